"""Time of writing texts, Spindle against Hugging Face `generate`, in turn in one run, on one thread each.

usage: write.py CLASSPATH [--family t5] [--texts 8] [--tokens 64] [--length 32] [--rounds 7] [--beams 1 4]
needs torch, transformers; CLASSPATH: target/test-classes:target/classes:target/lib/*

Both read the same texts with the same random model (the shape of t5-small, or of bart-base at half its depth) and
write texts of the same length, float32, with kept keys and values; their tokens are compared. The ratio of each round
is Spindle's processor time over generate's; the median is what to quote. The roofline is of all that Spindle wrote:
matrix products only, against a large product in the same process, both by processor time.
"""
import argparse, ast, statistics, subprocess, tempfile, time
import torch, transformers
from transformers import BartConfig, BartForConditionalGeneration, T5Config, T5ForConditionalGeneration

parser = argparse.ArgumentParser()
parser.add_argument("classpath")
for name, value in (("texts", 8), ("tokens", 64), ("length", 32), ("rounds", 7)):
    parser.add_argument("--" + name, type=int, default=value)
parser.add_argument("--beams", type=int, nargs="+", default=[1, 4])
parser.add_argument("--family", choices=["t5", "bart"], default="t5")
parser.add_argument("--java", default="java")
a = parser.parse_args()
transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()

torch.manual_seed(1)
torch.set_num_threads(1)
if a.family == "t5":
    model = T5ForConditionalGeneration(T5Config(
        vocab_size=32128, d_model=512, d_kv=64, d_ff=2048, num_layers=6, num_heads=8, decoder_start_token_id=0))
else:
    model = BartForConditionalGeneration(BartConfig(
        vocab_size=50265, d_model=768, encoder_layers=3, decoder_layers=3, encoder_ffn_dim=3072, decoder_ffn_dim=3072,
        encoder_attention_heads=12, decoder_attention_heads=12, forced_eos_token_id=None))
model.eval()
folder = tempfile.mkdtemp()
model.save_pretrained(folder)
java = subprocess.Popen(
    [a.java, "--enable-native-access=ALL-UNNAMED", "-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true", "-cp", a.classpath,
     "spindle.training.writing.WriteBench", folder, str(a.texts), str(a.tokens), str(a.length)],
    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
ids = torch.tensor(ast.literal_eval(java.stdout.readline()))
mask = torch.ones_like(ids)


def spindle(beams):
    java.stdin.write(f"{beams} 1\n")
    java.stdin.flush()
    wall, processor, tokens = java.stdout.readline().split(" ", 2)
    return float(wall), float(processor), ast.literal_eval(tokens)


def generate(beams):
    wall, processor = time.perf_counter(), time.process_time()
    with torch.inference_mode():
        rows = model.generate(input_ids=ids, attention_mask=mask, do_sample=False, num_beams=beams,
                              max_new_tokens=a.length, min_new_tokens=a.length)
    return time.perf_counter() - wall, time.process_time() - processor, rows[0, 1:].tolist()


for beams in a.beams:
    same = spindle(beams)[2] == generate(beams)[2]
    rows = []
    for round in range(a.rounds):
        first, second = (spindle, generate) if round % 2 == 0 else (generate, spindle)
        x, y = first(beams), second(beams)
        mine, theirs = (x, y) if first is spindle else (y, x)
        rows.append((mine[1], theirs[1], mine[1] / theirs[1]))
    print("%s, beams %d: spindle %.2f s, generate %.2f s of processor (medians), ratio median %.3f (least %.3f, most %.3f),"
          " %d texts of %d tokens, %d written, same tokens: %s"
          % (a.family, beams, *(statistics.median(r[i] for r in rows) for i in range(3)), min(r[2] for r in rows),
             max(r[2] for r in rows), a.texts, a.tokens, a.length, same), flush=True)
java.stdin.write("roofline\n")
java.stdin.flush()
print(java.stdout.readline().strip())
java.stdin.close()
