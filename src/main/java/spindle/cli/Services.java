package spindle.cli;

import java.util.function.Supplier;
import spindle.study.BackboneCatalog;
import spindle.study.ParityCheck;
import spindle.study.StudyDesk;
import spindle.study.TrialRunners;

/// What the commands work with. Each is made when a command first asks for it, so that `--version`
/// and `--help` load none.
///
/// @param runners train
/// @param backbones know what can be trained
/// @param parity compares with the reference libraries
/// @param studies run
public record Services(
    Supplier<TrialRunners> runners,
    Supplier<BackboneCatalog> backbones,
    Supplier<ParityCheck> parity,
    Supplier<StudyDesk> studies) {}
