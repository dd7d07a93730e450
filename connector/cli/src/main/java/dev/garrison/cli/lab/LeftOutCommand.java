package dev.garrison.cli.lab;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Replaces {@code demo} and {@code lab} if the simulated site was removed from the installation.
 *
 * <p>Accepts all arguments that they would accept.
 */
@Command(hidden = true)
public final class LeftOutCommand implements Callable<Integer> {
  @Unmatched List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    throw new RefusalException(Diagnostic.error(LabCode.LAB_LEFT_OUT, Message.of("lab.left-out")));
  }
}
