/// Named tensors as mapped bytes: safetensors and ONNX readers, safetensors writer.
@NullMarked
package spindle.weights;

import org.jspecify.annotations.NullMarked;
