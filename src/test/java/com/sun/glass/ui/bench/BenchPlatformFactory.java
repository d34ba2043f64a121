package com.sun.glass.ui.bench;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.delegate.ClipboardDelegate;
import com.sun.glass.ui.headless.BenchSupport;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;

/// Test-only windowing platform (`-Dglass.platform=Bench`): JavaFX's Headless with the gaps filled
/// that our tests need.
public final class BenchPlatformFactory extends HeadlessPlatformFactory {

  @Override
  public Application createApplication() {
    return new BenchSupport.App();
  }

  @Override
  public ClipboardDelegate createClipboardDelegate() {
    ClipboardDelegate base = super.createClipboardDelegate();
    return name ->
        Clipboard.DND.equals(name) ? new BenchSupport.DragBoard() : base.createClipboard(name);
  }
}
