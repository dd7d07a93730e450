package dev.garrison.mecm.application;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
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
            Message.of(
                "application.identity-refused",
                "object",
                Application.address(application.title()),
                "identity",
                application.logicalName(),
                "message",
                refused.serverMessage())),
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
