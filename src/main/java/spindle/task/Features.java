package spindle.task;

/// The few features of an example that are not zero.
///
/// @param indices which they are
/// @param values their values
@SuppressWarnings("ArrayRecordComponent") // made and read here only, never compared
record Features(int[] indices, double[] values) {}
