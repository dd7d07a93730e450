package dev.garrison.lab.adminservice.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.Locale;
import java.util.stream.Stream;

/** The class SMS_Identification, which identifies the site and the current user. */
final class IdentificationClass implements ProviderClass {
  private final SiteContext context;
  private final SiteFile file;

  IdentificationClass(SiteContext context, SiteFile file) {
    this.context = context;
    this.file = file;
  }

  @Override
  public String name() {
    return "SMS_Identification";
  }

  @Override
  public Provenance provenance() {
    return Provenance.documented("microsoft/configmgr-hub, samples/CommonFunctions.ps1");
  }

  @Override
  public Stream<ObjectNode> rows() {
    String server = context.code().toLowerCase(Locale.ROOT) + ".lab.example";
    return Stream.of(
        Rows.row()
            .set("ThisSiteCode", context.code())
            .set("ThisSiteName", context.name())
            .set("SMSBuildNumber", context.build())
            .set("SMSMinBuildNumber", context.build())
            .set("SMSVersion", context.release().version())
            .set("SMSProviderServer", server)
            .set("SMSSiteServer", server)
            .set("LocaleID", 1033)
            .set(
                "MonthlyReleaseVersion",
                Integer.parseInt(file.providerVersion().split("\\.", -1)[1]))
            .done());
  }

  @Override
  public ObjectNode call(String method, ObjectNode parameters) {
    Rows answer = Rows.row();
    switch (method) {
      case "GetSiteID" -> answer.set("SiteID", "{" + context.id() + "}");
      case "GetProviderVersion" -> answer.set("VersionString", file.providerVersion());
      case "GetCurrentUser" -> answer.set("UserName", context.user());
      default -> throw Refusal.notFound("No method " + method + ".");
    }
    return answer.set("ReturnValue", 0).done();
  }
}
