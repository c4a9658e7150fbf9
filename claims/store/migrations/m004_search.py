"""Full-text search over articles and claims; its triggers fire for changes of words only."""

SQL = """
CREATE VIEW article_words AS
  SELECT a.pk, r.title, r.text
  FROM articles a JOIN revisions r ON r.article = a.pk AND r.number = a.revision;

CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content="article_words", content_rowid="pk", tokenize="porter unicode61 remove_diacritics 2"
);

CREATE TRIGGER articles_fts_insert AFTER INSERT ON revisions
BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text)
    SELECT 'delete', NEW.article, title, text FROM revisions
    WHERE article = NEW.article AND number = NEW.number - 1;
  INSERT INTO articles_fts (rowid, title, text) VALUES (NEW.article, NEW.title, NEW.text);
END;

CREATE VIRTUAL TABLE claims_fts USING fts5 (
  text, wording, content="claims", content_rowid="pk", tokenize="porter unicode61 remove_diacritics 2"
);

CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims
BEGIN
  INSERT INTO claims_fts (rowid, text, wording) VALUES (NEW.pk, NEW.text, NEW.wording);
END;

CREATE TRIGGER claims_fts_update AFTER UPDATE OF text, wording ON claims
WHEN NEW.text IS NOT OLD.text OR NEW.wording IS NOT OLD.wording
BEGIN
  INSERT INTO claims_fts (claims_fts, rowid, text, wording) VALUES ('delete', OLD.pk, OLD.text, OLD.wording);
  INSERT INTO claims_fts (rowid, text, wording) VALUES (NEW.pk, NEW.text, NEW.wording);
END;
"""
