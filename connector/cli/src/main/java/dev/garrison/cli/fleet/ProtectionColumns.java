package dev.garrison.cli.fleet;

import dev.garrison.cli.output.Columns;
import dev.garrison.fleet.antivirus.AntivirusState;
import dev.garrison.fleet.antivirus.RunningMode;
import dev.garrison.fleet.antivirus.Told;
import java.util.Optional;
import java.util.function.Function;

/** Columns for the facts about a server's antivirus, each with its source and its age. */
public final class ProtectionColumns {
  private ProtectionColumns() {}

  /** Adds them. What is not told is said to be so, and no cell is empty for it. */
  public static <L> Columns<L> add(Columns<L> columns, Function<L, AntivirusState> state) {
    return columns
        .and(
            "running mode",
            line ->
                state
                    .apply(line)
                    .mode()
                    .map(Told::value)
                    .map(RunningMode::word)
                    .orElse("not known"))
        .and("running mode from", line -> source(state.apply(line).mode()))
        .and("running mode at", line -> state.apply(line).mode().flatMap(Told::at))
        .and(
            "real-time protection",
            line ->
                state
                    .apply(line)
                    .realTime()
                    .map(told -> told.value() ? "on" : "off")
                    .orElse("not told"))
        .and("real-time protection from", line -> source(state.apply(line).realTime()))
        .and("other antivirus", line -> state.apply(line).other().map(Told::value))
        .and("other antivirus from", line -> source(state.apply(line).other()))
        .and("other antivirus at", line -> state.apply(line).other().flatMap(Told::at));
  }

  private static Optional<String> source(Optional<? extends Told<?>> told) {
    return told.map(known -> known.source().word());
  }
}
