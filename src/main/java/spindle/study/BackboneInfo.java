package spindle.study;

import java.nio.file.Path;
import spindle.design.BackboneShape;
import spindle.design.ParameterCount.Pooler;

/// What is known of a backbone before it is loaded for training.
///
/// @param name what `--backbone` takes: `bundled`, a folder or a hub name
/// @param folder its Hugging Face folder
/// @param shape its sizes
/// @param pooler whether it has a pooler, whose bias plain BitFit trains
/// @param vocabulary number of tokens
/// @param maxTokens longest text in tokens
public record BackboneInfo(
    String name, Path folder, BackboneShape shape, Pooler pooler, int vocabulary, int maxTokens) {}
