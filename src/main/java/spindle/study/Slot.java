package spindle.study;

/// One design to be measured: a draw of a candidate.
///
/// @param candidate name of the candidate
/// @param draw number of the draw, from 0
public record Slot(String candidate, int draw) {}
