package dev.garrison.manifest.value;

import java.nio.file.Path;

/**
 * Reference to a secret.
 *
 * <p>The secret itself is never part of the manifest.
 */
public sealed interface SecretReference {
  /** Value of an environment variable. */
  record EnvironmentVariable(String name) implements SecretReference {
    public EnvironmentVariable {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("an environment variable needs a name");
      }
    }

    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /** Content of a file; a relative path has been resolved against the manifest's folder. */
  record SecretFile(Path path) implements SecretReference {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /**
   * Keys of an account in a Kerberos keytab instead of its password; a relative path is resolved.
   */
  record Keytab(Path path) implements SecretReference {
    @Override
    public String toString() {
      return "keytab:" + path;
    }
  }

  /**
   * Output of a program.
   *
   * @param line an absolute path and arguments, separated by single spaces; a path of Windows may
   *     be between double quotes
   */
  record Command(String line) implements SecretReference {
    public Command {
      if (!line.matches("(?s)/.*|\"?(?:[A-Za-z]:[/\\\\]|\\\\\\\\).*")) {
        throw new IllegalArgumentException("a command needs an absolute path");
      }
    }

    @Override
    public String toString() {
      return "command:" + line;
    }
  }

  /**
   * Secret that a person types when prompted.
   *
   * @param text the prompt; empty for one that names the account's user
   */
  record Prompt(String text) implements SecretReference {
    @Override
    public String toString() {
      return "prompt:" + text;
    }
  }
}
