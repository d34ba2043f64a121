package spindle.backbone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spindle.design.Family;
import spindle.weights.NamedTensor;

/// The tensors of a model file, sorted into backbone and heads and checked against a configuration.
///
/// @param backbone tensors of the backbone by canonical name, in forward order
/// @param heads tensors of task and language-model heads by name
record BackboneTensors(Map<String, NamedTensor> backbone, Map<String, NamedTensor> heads) {

  private static final String SHARED = "shared.weight";
  private static final String LM_HEAD = "lm_head.weight";
  private static final String REMEDY = "check that config.json and weights belong together";

  BackboneTensors {
    backbone = Collections.unmodifiableMap(new LinkedHashMap<>(backbone));
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }

  /// Sorts and checks the tensors of a model.
  ///
  /// @param place file or folder, for messages
  /// @throws BackboneException if a tensor is missing, unknown, twice there or of a wrong shape
  static BackboneTensors of(String place, BackboneConfig config, Map<String, NamedTensor> raw) {
    return new Sorting(place, config).sort(raw);
  }

  /// One pass over the tensors of a model.
  private static final class Sorting {

    private final String place;
    private final Family family;
    private final Scale outputScale;
    private final ExpectedTensors expected;
    private final Map<String, ExpectedTensor> wanted;
    private final Map<String, NamedTensor> found = new LinkedHashMap<>();
    private final Map<String, NamedTensor> heads = new LinkedHashMap<>();
    private final Map<String, NamedTensor> tables = new LinkedHashMap<>();

    Sorting(String place, BackboneConfig config) {
      this.place = place;
      this.family = config.shape().family();
      this.outputScale = config.outputScale();
      this.expected = ExpectedTensors.of(config);
      this.wanted = expected.byName();
    }

    BackboneTensors sort(Map<String, NamedTensor> raw) {
      raw.forEach((name, tensor) -> put(name, tensor));
      tieTables();
      Map<String, NamedTensor> ordered = new LinkedHashMap<>();
      for (ExpectedTensor tensor : wanted.values()) {
        NamedTensor actual = found.get(tensor.name());
        if (actual != null) {
          ordered.put(tensor.name(), checked(tensor, actual));
        }
      }
      refuseMissing(ordered);
      return new BackboneTensors(ordered, heads);
    }

    private void put(String name, NamedTensor tensor) {
      String canonical = TensorNames.canonical(family, name);
      NamedTensor renamed = tensor.withName(canonical);
      NamedTensor before = null;
      if (wanted.containsKey(canonical)) {
        before = found.put(canonical, renamed);
      } else if (TensorNames.isTokenTableCopy(family, canonical)) {
        before = tables.put(canonical, renamed);
      } else if (TensorNames.isHead(canonical)) {
        before = heads.put(canonical, renamed);
      } else if (!TensorNames.isUnused(canonical)) {
        throw fault(name, "the configured " + family + " backbone has no such tensor");
      }
      if (before != null) {
        throw fault(name, "it is there twice, with and without prefix or under its old name");
      }
    }

    /// Files may keep a tied token table under any of its names.
    private void tieTables() {
      if (!wanted.containsKey(SHARED)) {
        return;
      }
      NamedTensor head = heads.get(LM_HEAD);
      boolean tied = family == Family.BART || outputScale == Scale.INVERSE_ROOT_HIDDEN;
      if (tied && !found.containsKey(SHARED) && tables.isEmpty() && head != null) {
        tables.put(LM_HEAD, head);
      }
      tables.forEach((name, copy) -> {
        NamedTensor table = found.putIfAbsent(SHARED, copy.withName(SHARED));
        if (table != null && copy.bytes().mismatch(table.bytes()) >= 0) {
          throw fault(name, "it differs from " + SHARED + ", untied tables are not supported");
        }
      });
    }

    private NamedTensor checked(ExpectedTensor tensor, NamedTensor actual) {
      if (!actual.shape().equals(tensor.shape())) {
        throw fault(
            tensor.name(),
            "its shape is " + actual.shape() + ", config.json asks for " + tensor.shape());
      }
      if (!actual.type().isFloating()) {
        throw fault(tensor.name(), "it is of type " + actual.type() + ", not floating point");
      }
      return actual;
    }

    private void refuseMissing(Map<String, NamedTensor> present) {
      refuseMissing(expected.required(), present);
      if (expected.pooler().stream().anyMatch(tensor -> present.containsKey(tensor.name()))) {
        refuseMissing(expected.pooler(), present);
      }
    }

    private void refuseMissing(List<ExpectedTensor> asked, Map<String, NamedTensor> present) {
      List<String> missing =
          asked.stream().map(ExpectedTensor::name).filter(n -> !present.containsKey(n)).toList();
      if (!missing.isEmpty()) {
        String more = missing.size() > 1 ? " (and " + (missing.size() - 1) + " more)" : "";
        throw fault(missing.getFirst(), "it is missing" + more);
      }
    }

    private BackboneException fault(String tensor, String what) {
      return new BackboneException(place + ", tensor " + tensor, what, REMEDY);
    }
  }
}
