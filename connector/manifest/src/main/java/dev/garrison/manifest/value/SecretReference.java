package dev.garrison.manifest.value;

import java.nio.file.Path;

/** Where a secret is found. The secret itself is never part of the manifest. */
public sealed interface SecretReference {
  /** The value of an environment variable. */
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

  /** The content of a file; a relative path has been resolved against the manifest's folder. */
  record SecretFile(Path path) implements SecretReference {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /**
   * An account's keys in a Kerberos keytab instead of its password; a relative path is resolved.
   */
  record Keytab(Path path) implements SecretReference {
    @Override
    public String toString() {
      return "keytab:" + path;
    }
  }

  /**
   * What a program prints.
   *
   * @param line an absolute path and arguments, parted by single spaces
   */
  record Command(String line) implements SecretReference {
    public Command {
      if (!line.startsWith("/")) {
        throw new IllegalArgumentException("a command needs an absolute path");
      }
    }

    @Override
    public String toString() {
      return "command:" + line;
    }
  }

  /**
   * What a person types when asked.
   *
   * @param text what is shown; empty for one made of the account's user
   */
  record Prompt(String text) implements SecretReference {
    @Override
    public String toString() {
      return "prompt:" + text;
    }
  }
}
