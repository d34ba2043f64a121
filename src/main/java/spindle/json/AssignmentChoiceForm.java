package spindle.json;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import spindle.design.AssignmentChoice;
import spindle.design.StrategySet;

/// The decided strategies as they are written: `{"G1": "AL"}`.
record AssignmentChoiceForm(Map<String, StrategySet> fixed) {

  static AssignmentChoiceForm of(AssignmentChoice choice) {
    Map<String, StrategySet> fixed = new LinkedHashMap<>();
    choice.fixed().forEach((group, set) -> fixed.put("G" + (group + 1), set));
    return new AssignmentChoiceForm(fixed);
  }

  AssignmentChoice choice() {
    Map<Integer, StrategySet> sets = new TreeMap<>();
    fixed.forEach((name, set) -> sets.put(group(name), set));
    return new AssignmentChoice(sets);
  }

  private static int group(String name) {
    if (!name.matches("G[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException("a group is named G1, G2 and so on, not \"" + name + "\"");
    }
    return Integer.parseInt(name.substring(1)) - 1;
  }
}
