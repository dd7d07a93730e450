package dev.garrison.fleet.antivirus;

import dev.garrison.clientscript.ClientFiles;
import dev.garrison.diagnostic.Worded;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Known products of other makers. The list is the file that accompanies the scripts for servers,
 * with the manifest's own products before it.
 */
public final class AntivirusProducts {
  private static final int FIELDS = 5;
  private static final char ANY = '*';

  private final List<AntivirusProduct> products;

  private AntivirusProducts(List<AntivirusProduct> products) {
    this.products = List.copyOf(products);
  }

  /**
   * Products of the packed list and these. The first that fits counts, so a manifest can say
   * another kind of a product than the list.
   */
  public static AntivirusProducts with(List<AntivirusProduct> own) {
    List<AntivirusProduct> products = new ArrayList<>(own);
    products.addAll(in(ClientFiles.thirdPartyAntivirus()));
    return new AntivirusProducts(products);
  }

  /**
   * Products of a list. It has lines of {@code
   * service|program;NAME;PRODUCT;antivirus|sensor;SOURCE}, comments, and at the end {@code lines;N}
   * with the number of products.
   *
   * @throws IllegalArgumentException for any other line or number, because a product that is
   *     overlooked could cost a server its protection
   */
  static List<AntivirusProduct> in(String list) {
    List<String> lines =
        list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    int products = lines.size() - 1;
    if (products < 1 || !lines.getLast().equals("lines;" + products)) {
      throw new IllegalArgumentException("the product list does not end with its number of lines");
    }
    return lines.stream().limit(products).map(AntivirusProducts::product).toList();
  }

  private static AntivirusProduct product(String line) {
    List<String> fields =
        Stream.of(line.split(";", -1)).map(String::strip).filter(text -> !text.isEmpty()).toList();
    if (fields.size() == FIELDS) {
      Optional<Sign> sign = Worded.of(Sign.class, fields.get(0));
      Optional<Kind> kind = Worded.of(Kind.class, fields.get(3));
      if (sign.isPresent() && kind.isPresent()) {
        return new AntivirusProduct(sign.get(), fields.get(1), fields.get(2), kind.get());
      }
    }
    throw new IllegalArgumentException("not a line of the product list: " + line);
  }

  /** Product with this service or program; empty where none is known. */
  public Optional<AntivirusProduct> of(Sign sign, String name) {
    return products.stream()
        .filter(product -> product.sign() == sign && fits(product.name(), name))
        .findFirst();
  }

  /** Whether a service of a product is known, so that one that runs would be seen. */
  public boolean hasService(String product) {
    return products.stream()
        .anyMatch(known -> known.sign() == Sign.SERVICE && known.product().equals(product));
  }

  private static boolean fits(String pattern, String name) {
    String known = key(pattern);
    return isBeginning(known) ? key(name).startsWith(beginning(known)) : key(name).equals(known);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean isBeginning(String name) {
    return name.indexOf(ANY) >= 0;
  }

  private static String beginning(String name) {
    return name.substring(0, name.indexOf(ANY));
  }

  /** Complete names by which products are recognized, in lower case. */
  public List<String> names(Sign sign) {
    return keys(sign).filter(name -> !isBeginning(name)).toList();
  }

  /** Beginnings of names by which products are recognized, in lower case. */
  public List<String> beginnings(Sign sign) {
    return keys(sign)
        .filter(AntivirusProducts::isBeginning)
        .map(AntivirusProducts::beginning)
        .toList();
  }

  private Stream<String> keys(Sign sign) {
    return products.stream()
        .filter(product -> product.sign() == sign)
        .map(product -> key(product.name()))
        .distinct();
  }
}
