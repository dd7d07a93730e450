package dev.garrison.cli.output;

import dev.garrison.cli.option.WordConverter;
import dev.garrison.diagnostic.Worded;
import java.util.List;
import picocli.CommandLine.TypeConversionException;

/** Form of an answer. */
enum AnswerForm implements Worded {
  TABLE,
  JSON,
  CSV;

  /** The forms of a command that has no rows for a spreadsheet. */
  static final class WithoutCsv extends WordConverter<AnswerForm> {
    WithoutCsv() {
      super(List.of(TABLE, JSON), "expected table or json but was '%s'");
    }

    @Override
    public AnswerForm convert(String word) {
      if (word.equals(CSV.word())) {
        throw new TypeConversionException("this command has no CSV; take table or json");
      }
      return super.convert(word);
    }
  }

  /** The forms of a command that has them. */
  static final class WithCsv extends WordConverter<AnswerForm> {
    WithCsv() {
      super(AnswerForm.values());
    }
  }
}
