package dev.garrison.payload.signature;

import dev.garrison.fuzz.DerMutator;
import dev.garrison.fuzz.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** A signed script whose signature is changed and written anew, or whose block's lines are. */
final class ScriptInputs implements Inputs {
  private static final String BEGIN = "# SIG # Begin signature block\r\n";
  private static final String END = "# SIG # End signature block\r\n";
  private static final List<String> LINES =
      List.of(
          "",
          "# ",
          "#",
          "# =",
          "# ====",
          "#  AAAA",
          "# AAAA" + "A".repeat(5_000),
          "# AA\u00e4A",
          "exit 1",
          BEGIN.strip(),
          END.strip(),
          "# SIG # ");

  private final String signed;
  private final DerMutator signatures;

  ScriptInputs(byte[] sample, List<byte[]> signatures) {
    String text = new String(sample, StandardCharsets.US_ASCII);
    this.signed = text.substring(0, text.indexOf(BEGIN));
    this.signatures = new DerMutator(signatures);
  }

  @Override
  public byte[] input(RandomGenerator random) {
    List<String> lines = new ArrayList<>(List.of(BEGIN));
    String base64 = Base64.getEncoder().encodeToString(signatures.input(random));
    for (int at = 0; at < base64.length(); at += 64) {
      lines.add("# " + base64.substring(at, Math.min(base64.length(), at + 64)) + "\r\n");
    }
    lines.add(END);
    for (int times = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0; times > 0; times--) {
      change(lines, random);
    }
    return (signed + String.join("", lines)).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void change(List<String> lines, RandomGenerator random) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(7)) {
      case 0 -> lines.set(at, LINES.get(random.nextInt(LINES.size())) + "\r\n");
      case 1 -> lines.add(at, LINES.get(random.nextInt(LINES.size())) + "\r\n");
      case 2 -> lines.set(at, "");
      case 3 -> lines.addAll(at, Collections.nCopies(1 + random.nextInt(200), line));
      case 4 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 5 -> lines.set(at, line.replace("\r\n", "\n"));
      default -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
    }
  }

  /** Whether all that a signature covers is as it was signed. */
  boolean isUnaltered(byte[] input) {
    return new String(input, StandardCharsets.ISO_8859_1).startsWith(signed);
  }
}
