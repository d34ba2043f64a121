"""Makes the small random writers of this folder and what Hugging Face's `generate` writes with them.

usage: make_reference.py OUT     (needs torch and transformers 5; CPU, float32)
Each family's folder holds a Hugging Face model and cases.json: the texts that are read and, for every setting of
`generate`, the token ids that are written, without the start token and the padding behind the end.
The weights are larger than usual, so that what is written depends on what is read and ends at different lengths.
"""
import json, os, random, sys, warnings
warnings.filterwarnings("ignore")
import torch, transformers
from transformers import BartConfig, BartForConditionalGeneration, T5Config, T5ForConditionalGeneration

transformers.logging.set_verbosity_error()
out, V, D, H, F = sys.argv[1], 40, 16, 2, 24

def build(family):
    torch.manual_seed(5)
    if family == "bart":
        model = BartForConditionalGeneration(BartConfig(
            vocab_size=V, d_model=D, encoder_layers=2, decoder_layers=2, encoder_attention_heads=H, decoder_attention_heads=H,
            encoder_ffn_dim=F, decoder_ffn_dim=F, max_position_embeddings=64, dropout=0., init_std=0.6, scale_embedding=True,
            forced_eos_token_id=2))
        with torch.no_grad():
            model.final_logits_bias.normal_(0, 0.5)
            model.final_logits_bias[0, 2] = 4.
        return model
    plain = family == "t5"
    model = T5ForConditionalGeneration(T5Config(
        vocab_size=V, d_model=D, d_kv=D // H + (0 if plain else 4), d_ff=F, num_layers=2, num_decoder_layers=2, num_heads=H,
        dropout_rate=0., feed_forward_proj="relu" if plain else "gated-gelu", tie_word_embeddings=plain,
        decoder_start_token_id=0, initializer_factor=1.0))
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "relative" in name or "layer_norm" in name:
                weight.add_(torch.randn_like(weight) * 0.5)
            elif weight.dim() > 1 and "shared" not in name:
                weight.mul_(2.5)
        if plain:
            model.shared.weight.mul_(1.5)
            model.shared.weight[1].mul_(1.4)
        else:
            model.lm_head.weight[1].mul_(1.6)
    return model

SETTINGS = [
    dict(),
    dict(max_new_tokens=30),
    dict(max_new_tokens=50, no_repeat_ngram_size=3),
    dict(max_new_tokens=12, min_new_tokens=6),
    dict(num_beams=2),
    dict(num_beams=4, max_new_tokens=30),
    dict(num_beams=4, max_new_tokens=40, early_stopping=True),
    dict(num_beams=3, max_new_tokens=25, early_stopping="never", length_penalty=2.0),
    dict(num_beams=3, max_new_tokens=25, length_penalty=0.0),
    dict(num_beams=5, max_new_tokens=25, length_penalty=-1.0, early_stopping=True),
    dict(num_beams=4, max_new_tokens=20, min_new_tokens=5, no_repeat_ngram_size=2, length_penalty=2.0, early_stopping=True),
    dict(num_beams=4, max_new_tokens=9, forced_bos_token_id=7),
]

def texts(pad):
    source = random.Random(11)
    return [[source.randrange(4, V) for _ in range(source.randrange(3, 13))] for _ in range(10)]

for family in ("bart", "t5", "t5-gated"):
    model = build(family).eval()
    folder = f"{out}/{family}"
    model.save_pretrained(folder)
    pad, end = model.config.pad_token_id, model.config.eos_token_id
    read = texts(pad)
    longest = max(map(len, read))
    ids = torch.tensor([t + [pad] * (longest - len(t)) for t in read])
    mask = torch.tensor([[1] * len(t) + [0] * (longest - len(t)) for t in read])
    cases = []
    for setting in SETTINGS:
        with torch.no_grad():
            rows = model.generate(input_ids=ids, attention_mask=mask, do_sample=False, **setting).tolist()
        written = []
        for row in rows:
            row = row[1:]
            written.append(row[:row.index(end) + 1] if end in row else row)
        cases.append(dict(settings=setting, written=written))
        lengths = [len(w) for w in written]
        print(family, setting, "lengths", lengths, "distinct", len({tuple(w) for w in written}))
    with open(f"{folder}/cases.json", "w") as file:
        lines = ",\n".join(json.dumps(case) for case in cases)
        file.write('{"transformers": "%s", "torch": "%s", "read": %s,\n"cases": [\n%s\n]}\n' % (
            transformers.__version__, torch.__version__, json.dumps(read), lines))
