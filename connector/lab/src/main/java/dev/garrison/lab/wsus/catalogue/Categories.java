package dev.garrison.lab.wsus.catalogue;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Categories that are part of the lab. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "learn.microsoft.com/windows/win32/wua_sdk, classification ids; CaddyGlow/wsus-rs",
    says =
        "WSUS: the ids of classifications, of Windows Server and of Microsoft Defender Antivirus are the real ones. That of Microsoft Defender for Endpoint is not published; the lab's is invented.")
public final class Categories {
  /** Microsoft Defender for Endpoint; invented. */
  public static final UUID DEFENDER_FOR_ENDPOINT =
      UUID.fromString("a3c2375d-0c8a-42f9-bce0-28333e198407");

  /** Microsoft Defender Antivirus. */
  public static final UUID DEFENDER_ANTIVIRUS =
      UUID.fromString("8c3fcc84-7410-4a95-8b89-a166a0190486");

  /** The classification "Updates". */
  public static final UUID UPDATES = UUID.fromString("cd5ffd1e-e932-4e3a-bf74-18bf0b1bbd83");

  /** The classification "Critical Updates". */
  public static final UUID CRITICAL_UPDATES =
      UUID.fromString("e6cf1350-c01b-414d-a61f-263d14d133b4");

  /** The classification "Definition Updates". */
  public static final UUID DEFINITION_UPDATES =
      UUID.fromString("e0789628-ce08-4437-be74-2495b842f43b");

  /** The classification "Security Updates". */
  public static final UUID SECURITY_UPDATES =
      UUID.fromString("0fa1201d-4330-4fa8-8ae9-b877473b6441");

  /** Windows Server 2016. */
  public static final UUID SERVER_2016 = UUID.fromString("569e8e8f-c6cd-42c8-92a3-efbb20a0f6f5");

  /** Windows Server 2019. */
  public static final UUID SERVER_2019 = UUID.fromString("f702a48c-919b-45d6-9aef-ca4248d50397");

  private static final String RESOURCE = "/dev/garrison/lab/wsus/categories.yaml";

  private Categories() {}

  private record Entry(
      UUID id, CategoryKind kind, @Nullable UUID parent, Map<String, String> titles) {
    Category category() {
      return new Category(id, kind, Optional.ofNullable(parent), new Texts(titles, ""));
    }
  }

  /** Reads the categories, parents first. */
  public static List<Category> read() {
    try (InputStream in = Categories.class.getResourceAsStream(RESOURCE)) {
      return Arrays.stream(new YAMLMapper().readValue(in, Entry[].class))
          .map(Entry::category)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the lab cannot read " + RESOURCE, e);
    }
  }
}
