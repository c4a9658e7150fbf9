"""The attribution tagger that learnt from annotated news: a small transformer, run by ONNX Runtime."""
