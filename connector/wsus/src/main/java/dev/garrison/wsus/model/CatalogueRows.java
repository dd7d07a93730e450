package dev.garrison.wsus.model;

import dev.garrison.catalog.Category;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.wsus.soap.ResultXml;
import dev.garrison.wsus.soap.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Converts rows into objects of the catalog. */
public final class CatalogueRows {
  /** Parent ID of a top-level group, where it is not empty. */
  private static final UUID NONE = new UUID(0, 0);

  private CatalogueRows() {}

  /** Reads computer groups. */
  public static List<TargetGroup> groups(ResultXml result) throws IOException {
    return result.rows(Columns.Group.class, CatalogueRows::group);
  }

  private static TargetGroup group(Row<Columns.Group> row) {
    return new TargetGroup(
        row.id(Columns.Group.TARGET_GROUP_ID),
        row.text(Columns.Group.NAME),
        row.optionalId(Columns.Group.PARENT_GROUP_ID).filter(parent -> !parent.equals(NONE)));
  }

  /** Reads categories; those of a kind that Garrison does not know are left out. */
  public static List<Category> categories(ResultXml result) throws IOException {
    List<Category> categories = new ArrayList<>();
    result.eachRow(Columns.Category.class, row -> category(row).ifPresent(categories::add));
    return categories;
  }

  /** Reads categories, without the rows that cannot be understood. */
  public static List<Category> understood(ResultXml result) throws IOException {
    List<Category> categories = new ArrayList<>();
    result.eachUnderstood(Columns.Category.class, row -> category(row).ifPresent(categories::add));
    return categories;
  }

  private static Optional<Category> category(Row<Columns.Category> row) {
    return kind(row.text(Columns.Category.CATEGORY_TYPE))
        .map(kind ->
            new Category(
                kind, row.id(Columns.Category.CATEGORY_ID), row.text(Columns.Category.TITLE)));
  }

  static Optional<Category.Kind> kind(String word) {
    return switch (word) {
      case "Product" -> Optional.of(Category.Kind.PRODUCT);
      case "ProductFamily" -> Optional.of(Category.Kind.PRODUCT_FAMILY);
      case "Company" -> Optional.of(Category.Kind.COMPANY);
      case "UpdateClassification" -> Optional.of(Category.Kind.UPDATE_CLASSIFICATION);
      default -> Optional.empty();
    };
  }
}
