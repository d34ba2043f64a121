package spindle.ui.shell;

import java.util.function.Supplier;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/// A page that the navigation leads to.
///
/// @param id names it, such as `live`; its texts are `nav.live` and `nav.live.tip`
/// @param icon its picture
/// @param page makes its content when it is first shown; the same node is kept afterwards
public record Destination(String id, Feather icon, Supplier<? extends Node> page) {}
