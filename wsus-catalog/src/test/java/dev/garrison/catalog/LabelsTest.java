package dev.garrison.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.catalog.sample.Draft;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LabelsTest {
  private static Labels filedUnder(Category.Kind kind) {
    return Labels.of("a title", Set.of(), Set.of(new Category(kind, Draft.id(1), "a category")));
  }

  @Test
  void aProductIsFoundByItsId() {
    assertThat(filedUnder(Category.Kind.PRODUCT).isOfProduct(Draft.id(1))).isTrue();
    assertThat(filedUnder(Category.Kind.PRODUCT).isOfProduct(Draft.id(2))).isFalse();
  }

  @Test
  void aCategoryOfAnotherKindIsNoProduct() {
    assertThat(filedUnder(Category.Kind.UPDATE_CLASSIFICATION).isOfProduct(Draft.id(1))).isFalse();
    assertThat(filedUnder(Category.Kind.PRODUCT_FAMILY).isOfProduct(Draft.id(1))).isFalse();
  }

  @Test
  void licenceTermsThatAreRequiredHaveAnId() {
    assertThatThrownBy(() -> new Licence(Optional.empty(), true, false))
        .hasMessage("licence terms that are required have an id");
  }

  @Test
  void acceptedLicenceTermsAreNotInTheWay() {
    assertThat(new Licence(Optional.of(Draft.id(1)), true, true).isInTheWay()).isFalse();
    assertThat(new Licence(Optional.of(Draft.id(1)), true, false).isInTheWay()).isTrue();
  }
}
