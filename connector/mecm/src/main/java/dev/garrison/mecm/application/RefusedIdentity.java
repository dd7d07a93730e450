package dev.garrison.mecm.application;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.application.model.Application;

/**
 * Refusal to create an application although the site lists none of that identity. The site may
 * remember one that was deleted: hotfix notes of 2509 describe documents of applications that
 * outlive them.
 */
final class RefusedIdentity {
  private RefusedIdentity() {}

  static RefusalException of(Application application, AdminServiceException refused) {
    return new RefusalException(
        Diagnostic.error(
            ApplicationUseCode.IDENTITY_REFUSED,
            "The site refused to make %s and lists none of its identity %s: %s."
                .formatted(
                    Application.address(application.title()),
                    application.logicalName(),
                    refused.serverMessage()),
            "It may remember one that was deleted. Run 'garrison plan': the next one has new identifiers, once. If those are refused too, SMSProv.log on the provider says why."),
        refused);
  }

  /**
   * Whether a journal entry reports this refusal.
   *
   * @param detail of the result of a write
   */
  public static boolean isTold(String detail) {
    return detail.contains(ApplicationUseCode.IDENTITY_REFUSED.label());
  }
}
