"""Reference values of the bundled backbone: what Hugging Face's BertModel computes for three short texts.

usage: make_reference.py FOLDER OUT     (needs torch, transformers, safetensors; made with transformers 5.18, CPU, float32)
FOLDER is the converted backbone in Spindle's cache. OUT gets case.json (the texts) and case.safetensors:
  input_ids, token_type_ids, attention_mask   int64 (B, S), padded at the end
  hidden.K                                    float32 (B, S, D): hidden state after layer K, 0 = embeddings
"""
import json, sys
import torch
from safetensors.torch import save_file
from transformers import AutoTokenizer, BertModel

folder, out = sys.argv[1:3]
texts = [["A quick brown fox jumps.", None], ["It rains today.", "It's wet."], ["Hello", None]]
tokenizer = AutoTokenizer.from_pretrained(folder)
model, info = BertModel.from_pretrained(folder, add_pooling_layer=False, output_loading_info=True)
assert not info["missing_keys"] and not info["unexpected_keys"] and not info["mismatched_keys"], info
model.eval()
encoded = [tokenizer(a, b) for a, b in texts]
batch = tokenizer.pad(encoded, return_tensors="pt")
with torch.no_grad():
    states = model(**batch, output_hidden_states=True).hidden_states
tensors = {name: batch[name].contiguous() for name in ("input_ids", "token_type_ids", "attention_mask")}
tensors |= {f"hidden.{k}": state.contiguous() for k, state in enumerate(states)}
save_file(tensors, f"{out}/case.safetensors")
with open(f"{out}/case.json", "w") as file:
    json.dump({"texts": texts, "layers": len(states) - 1}, file, indent=1)
print(batch["input_ids"].tolist())
