package spindle.backbone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding backbones by name.
class BackbonesTest {

  @TempDir Path home;

  @Test
  void downloadedModelsAreListedByTheirHubNames() throws IOException {
    Path snapshot = snapshot("models--org--tiny", "abc");
    Path folder = home.resolve("hub").resolve("models--org--tiny");
    snapshot("models--org--tiny", "newer");
    Files.createDirectories(folder.resolve("refs"));
    Files.writeString(folder.resolve("refs").resolve("main"), "abc");
    Files.createDirectories(home.resolve("hub").resolve("models--org--empty").resolve("snapshots"));
    Path other = Files.createDirectories(home.resolve("hub/models--org--other/snapshots/1"));
    Files.writeString(other.resolve("config.json"), "{\"model_type\": \"gpt2\"}");
    Files.writeString(other.resolve("model.safetensors"), "");

    List<KnownBackbone> known = backbones().list();

    assertEquals(
        List.of(
            new KnownBackbone(
                "bundled",
                KnownBackbone.Origin.BUNDLED,
                home.resolve("spindle/backbones/bge-small-en-v1.5")),
            new KnownBackbone("org/tiny", KnownBackbone.Origin.HUB_CACHE, snapshot)),
        known);
    assertEquals(snapshot, backbones().open("org/tiny").folder());
    assertEquals("org/tiny", backbones().open(snapshot.toString()).name());
  }

  @Test
  void aFolderIsNamedAfterItself() {
    assertEquals("backbone", backbones().open(Folders.parity("bert").toString()).name());
  }

  @Test
  void whatIsNotThereIsNamed() {
    for (String nothing : List.of("no/such/folder", "bert-base-uncased", "a\0b")) {
      Folders.assertSentence(
          assertThrows(BackboneException.class, () -> backbones().open(nothing)),
          nothing.replace('\0', '?'));
    }
  }

  @Test
  void cachesFollowTheEnvironment() {
    Map<String, String> nothing = Map.of();
    Map<String, String> linux = Map.of("user.home", "/home/a", "os.name", "Linux");
    assertEquals(
        new CacheFolders(
            Path.of("/home/a/.cache/spindle"), Path.of("/home/a/.cache/huggingface/hub")),
        CacheFolders.of(nothing::get, linux::get));
    assertEquals(
        new CacheFolders(Path.of("/x/spindle"), Path.of("/x/huggingface/hub")),
        CacheFolders.of(Map.of("XDG_CACHE_HOME", "/x")::get, linux::get));
    assertEquals(
        new CacheFolders(Path.of("/s"), Path.of("/h/hub")),
        CacheFolders.of(Map.of("HF_HOME", "/h")::get, Map.of("spindle.cache", "/s")::get));
    assertEquals(
        Path.of("/local/spindle"),
        CacheFolders.of(
                Map.of("LOCALAPPDATA", "/local")::get,
                Map.of("user.home", "/u", "os.name", "Windows 11")::get)
            .spindle());
    assertEquals(
        Path.of("/hub"), CacheFolders.of(Map.of("HF_HUB_CACHE", "/hub")::get, linux::get).hub());
  }

  private Backbones backbones() {
    return new Backbones(new CacheFolders(home.resolve("spindle"), home.resolve("hub")));
  }

  private Path snapshot(String model, String revision) {
    Path folder = home.resolve("hub").resolve(model).resolve("snapshots").resolve(revision);
    return Folders.changed(folder, "bert", UnaryOperator.identity());
  }
}
