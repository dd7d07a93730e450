package dev.garrison.state;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of one run's journal.
 *
 * @param whole the complete lines
 * @param torn whether the last line is incomplete: still being written, or cut off by a crash or a
 *     full disk
 */
record JournalText(List<String> whole, boolean torn) {
  static final String ENDING = ".jsonl";
  static final long LARGEST = 256L * 1024 * 1024;

  JournalText {
    whole = List.copyOf(whole);
  }

  static JournalText read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw tooLarge(file);
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      // What follows may end within a character.
      CharBuffer whole = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      return new JournalText(whole.toString().lines().toList(), end < bytes.length);
    } catch (CharacterCodingException e) {
      throw JournalFolder.damaged(Message.of("journal.not-text", "file", file), e);
    } catch (IOException e) {
      throw JournalFolder.unreadable(file, e);
    }
  }

  static RefusalException tooLarge(Path file) {
    return JournalFolder.damaged(Message.of("journal.too-large", "file", file), null);
  }

  /** The name of the run to which the journal file belongs. */
  static String run(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
