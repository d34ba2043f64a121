package spindle.study;

import spindle.design.BackboneShape;

/// What is known of a backbone without loading it.
///
/// @param id what `--backbone` takes: `bundled` or a folder
/// @param title a name for people, such as `bge-small-en-v1.5`
/// @param licence its licence, or `unknown`
/// @param shape its sizes
/// @param vocabulary number of tokens
/// @param positions longest text in tokens
public record BackboneInfo(
    String id, String title, String licence, BackboneShape shape, int vocabulary, int positions) {}
