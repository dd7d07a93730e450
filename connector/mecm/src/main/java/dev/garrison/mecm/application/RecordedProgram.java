package dev.garrison.mecm.application;

import dev.garrison.json.JsonForm;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import java.util.SortedMap;
import java.util.TreeMap;

/** The commands that run on the server, as journals hold them. */
record RecordedProgram(
    String installCommandLine, Removal uninstall, Codes exitCodes, Conduct experience)
    implements JsonForm {
  static RecordedProgram of(Program program) {
    return new RecordedProgram(
        program.installCommandLine(),
        Removal.of(program.uninstall()),
        Codes.of(program.exitCodes()),
        Conduct.of(program.experience()));
  }

  Program program() {
    return new Program(
        installCommandLine, uninstall.uninstall(), exitCodes.exitCodes(), experience.experience());
  }

  /** The uninstall command. */
  record Removal(String setting, String commandLine) implements JsonForm {
    static Removal of(Program.Uninstall uninstall) {
      return new Removal(uninstall.setting().name(), uninstall.commandLine());
    }

    Program.Uninstall uninstall() {
      return new Program.Uninstall(Program.Uninstall.Setting.valueOf(setting), commandLine);
    }
  }

  /** The meanings of exit codes. */
  record Codes(SortedMap<Integer, String> meanings) implements JsonForm {
    static Codes of(ExitCodes codes) {
      SortedMap<Integer, String> words = new TreeMap<>();
      codes.meanings().forEach((code, meaning) -> words.put(code, meaning.name()));
      return new Codes(words);
    }

    ExitCodes exitCodes() {
      SortedMap<Integer, ExitCodes.Meaning> known = new TreeMap<>();
      meanings.forEach((code, word) -> known.put(code, ExitCodes.Meaning.valueOf(word)));
      return new ExitCodes(known);
    }
  }

  /** Run times in minutes, and the visibility of the program. */
  record Conduct(
      int executeTime, int maxExecuteTime, String userInteractionMode, String postInstallBehavior)
      implements JsonForm {
    static Conduct of(Program.Experience experience) {
      return new Conduct(
          experience.executeTime(),
          experience.maxExecuteTime(),
          experience.userInteractionMode().name(),
          experience.postInstallBehavior().name());
    }

    Program.Experience experience() {
      return new Program.Experience(
          executeTime,
          maxExecuteTime,
          Program.UserInteractionMode.valueOf(userInteractionMode),
          Program.PostInstallBehavior.valueOf(postInstallBehavior));
    }
  }
}
