package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.garrison.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A number in a message leads to one problem only. */
final class DiagnosticCodesTest {
  /** Every code of the product. */
  static Stream<DiagnosticCode> codes() {
    return Product.CLASSES.stream()
        .filter(type -> type.isAssignableTo(DiagnosticCode.class) && type.isEnum())
        .map(JavaClass::reflect)
        .flatMap(type -> Stream.of(type.getEnumConstants()))
        .map(DiagnosticCode.class::cast);
  }

  @Test
  void noNumberIsGivenTwice() {
    Map<String, List<String>> names = new TreeMap<>();
    codes()
        .forEach(
            code -> names.computeIfAbsent(code.label(), _ -> new ArrayList<>()).add(code.name()));
    assertThat(names).isNotEmpty();
    assertThat(names).allSatisfy((label, holders) -> assertThat(holders).as(label).hasSize(1));
  }
}
