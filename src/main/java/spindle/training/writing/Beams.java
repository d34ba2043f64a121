package spindle.training.writing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import spindle.backbone.Decoding;

/// The search for one text: its open beams and the texts that are finished so far, K of each.
///
/// Follows Hugging Face's `_beam_search` in single precision: of the `2 K` best continuations those
/// that end are finished if they are among the first K, and the K best that do not end stay open.
final class Beams {

  private static final float HOPELESS = -1e9f;

  private final Decoding decoding;
  private final int end;
  private List<Beam> open;
  private List<Beam> finished = List.of();
  private boolean canImprove = true;

  Beams(Decoding decoding, int end) {
    this.decoding = decoding;
    this.end = end;
    open =
        new ArrayList<>(Collections.nCopies(decoding.beams(), new Beam(0, Tokens.NONE, HOPELESS)));
    open.set(0, new Beam(0, Tokens.NONE, 0));
  }

  /// A beam.
  ///
  /// @param source index of the beam that it continues
  /// @param tokens what it has written
  /// @param score sum of the tokens' log-likelihoods; of a finished text divided by a power of its
  ///   length
  record Beam(int source, Tokens tokens, float score) {}

  List<Beam> open() {
    return open;
  }

  /// Takes the next step.
  ///
  /// @param scores of the best continuations, falling
  /// @param places of these continuations: beam times vocabulary plus token
  void step(float[] scores, long[] places, int vocabulary) {
    List<Beam> running = new ArrayList<>();
    List<Beam> merged = new ArrayList<>(finished);
    for (int i = 0; i < scores.length; i++) {
      int source = Math.toIntExact(places[i] / vocabulary);
      int token = Math.toIntExact(places[i] % vocabulary);
      Tokens tokens = open.get(source).tokens().with(token);
      boolean ends = token == end || tokens.length() >= decoding.maxTokens();
      running.add(new Beam(source, tokens, ends ? scores[i] + HOPELESS : scores[i]));
      if (ends && i < decoding.beams()) {
        merged.add(new Beam(source, tokens, scores[i] / power(tokens.length())));
      }
    }
    finished = best(merged);
    open = best(running);
    canImprove = !isFull() || bestPossible() > finished.getLast().score();
  }

  private List<Beam> best(List<Beam> beams) {
    return beams.stream()
        .sorted(Comparator.comparingDouble(Beam::score).reversed())
        .limit(decoding.beams())
        .toList();
  }

  private float bestPossible() {
    int written = open.getFirst().tokens().length();
    boolean longer =
        decoding.stopping() == Decoding.Stopping.WHEN_HOPELESS && decoding.lengthPenalty() > 0;
    return open.getFirst().score() / power(longer ? decoding.maxTokens() : written);
  }

  private float power(int length) {
    return (float) Math.pow(length, decoding.lengthPenalty());
  }

  private boolean isFull() {
    return finished.size() == decoding.beams();
  }

  /// Says whether the search is over.
  boolean isDone() {
    return !canImprove
        || (isFull() && decoding.stopping() == Decoding.Stopping.WHEN_FULL)
        || open.getFirst().tokens().length() >= decoding.maxTokens();
  }

  /// Returns the best finished text.
  Tokens best() {
    return finished.getFirst().tokens();
  }
}
