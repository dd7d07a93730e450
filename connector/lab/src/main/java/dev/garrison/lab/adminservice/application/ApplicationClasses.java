package dev.garrison.lab.adminservice.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.Dump;
import dev.garrison.lab.adminservice.provider.FixedRows;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Provider classes for applications and deployment types. */
public final class ApplicationClasses {
  private final Applications applications;
  private final ApplicationRows rows;

  /** Creates the classes for a site's applications. */
  public ApplicationClasses(SiteContext site, Applications applications, ApplicationUse use) {
    this.applications = applications;
    this.rows = new ApplicationRows(site, applications, use);
  }

  /** The classes to serve. */
  public List<ProviderClass> all() {
    return List.of(
        new ApplicationClass(applications, rows),
        new LatestClass(applications, rows),
        new FixedRows(
            "SMS_DeploymentType",
            Provenance.recorded("dustinestes/MECM_Toolkit, Administration Service examples"),
            rows::kinds));
  }

  /** Adds the applications to the dump. */
  public void dump(Dump dump) {
    for (Application application : applications.all()) {
      dump.add(
          "applications",
          Map.of(
              "name", application.title(),
              "modelName", application.modelName(),
              "hidden", application.hidden(),
              "expired", application.expired(),
              "categories", application.categories(),
              "digest", plain(application.latest().digest().text())));
    }
  }

  /** Removes layout, which has no meaning, from the text and from the method body in it. */
  private static String plain(String digest) {
    return digest.replaceAll("(>|&gt;)\\s+(<|&lt;)", "$1$2");
  }

  /**
   * The class SMS_ApplicationLatest; a POST sets categories of the application with this ModelName.
   */
  private record LatestClass(Applications applications, ApplicationRows shown)
      implements ProviderClass {
    @Override
    public String name() {
      return "SMS_ApplicationLatest";
    }

    @Override
    public Provenance provenance() {
      return Provenance.workingCode("autopkg/iancohn-recipes, McmApiProcessors");
    }

    @Override
    public Stream<ObjectNode> rows() {
      return shown.latest();
    }

    @Override
    public ObjectNode create(ObjectNode body) {
      Application application =
          applications
              .find(Rows.text(body, "ModelName").orElse(""))
              .orElseThrow(() -> Refusal.byProvider("there is no such application"));
      List<String> categories = new ArrayList<>();
      for (JsonNode id : body.path("CategoryInstance_UniqueIDs")) {
        categories.add(id.asText());
      }
      Application changed = application.categorised(categories);
      applications.update(changed);
      return shown.row(changed, changed.latest());
    }
  }
}
