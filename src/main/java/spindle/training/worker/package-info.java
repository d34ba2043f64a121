/// Worker processes: native code trains in a child process for each device, so that its crash costs
/// a trial's time and nothing else.
///
/// The supervisor ([spindle.training.worker.LocalTrialRunner]) writes commands to the worker's
/// standard input and reads events from its standard output. A message is a JSON object on one line
/// of UTF-8 as [spindle.json.Json] writes it, its type as `kind`; an empty line means nothing. Text
/// for humans goes to standard error, which the supervisor copies to the log.
///
/// | to the worker | fields | meaning |
/// |---|---|---|
/// | `train` | `trial` (a whole trial) | train it in a free slot; only after `ready`, never more than slots |
/// | `cancel` | `trial` (its id) | stop it after its current step; unknown ids are ignored |
/// | `shutdown` | | stop all after their current step, tell their outcomes, end |
/// | end of input | | the supervisor is gone: end at once, whatever runs |
///
/// | from the worker | fields | meaning |
/// |---|---|---|
/// | `ready` | `device, slots, versions` | the trainer is open; first message but for heartbeats |
/// | `started` | `trial, steps` | the trial begins |
/// | `progress` | `trial, seq, points` | every 25 points or every second, what comes first; `seq` counts from 1; a point is `step, loss, tokensPerSecond` |
/// | `scored` | `trial, epoch, score` | a split was scored; all earlier points have been sent |
/// | `finished` | `trial, outcome` | the trial ended and its slot is free; all else about it has been sent |
/// | `heartbeat` | `residentBytes, steps` | from a thread of its own, every two seconds from the first moment on; `steps` names every trial that has not ended |
/// | `fatal` | `message` | the worker cannot go on; it ends next |
///
/// The supervisor logs and skips a line that it cannot read: native code may print what it likes.
/// The worker starts each message on a new line, so that such print cannot swallow one. The worker
/// ends when it cannot read a command, because a worker that guesses is worse than one that is
/// restarted.
///
/// | exit code | reason |
/// |---|---|
/// | 0 | `shutdown`, or end of input |
/// | 1 | the trainer could not be opened |
/// | 2 | bad arguments, or a command that cannot be read |
/// | 3 | an error (not an exception) in a slot: the process is not to be trusted any more |
///
/// A worker that gets a termination signal goes on for three seconds: Ctrl-C in a terminal reaches
/// supervisor and workers alike, and it is the supervisor who says how to stop.
@NullMarked
package spindle.training.worker;

import org.jspecify.annotations.NullMarked;
