package dev.garrison.cli.lab;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Stands for {@code demo} and {@code lab} where a site has left the stand-in site out of its
 * installation. Takes whatever words they would take.
 */
@Command(description = "Not here: the stand-in site was left out of this installation.")
public final class LeftOutCommand implements Callable<Integer> {
  @Unmatched List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    throw new RefusalException(
        Diagnostic.error(
            LabCode.LAB_LEFT_OUT,
            "The stand-in site was left out of this installation: lib has no lab-*.jar.",
            "Use another installation to try Garrison out."));
  }
}
