package dev.garrison.mecm.deployment;

import dev.garrison.diagnostic.DiagnosticCode;

/** Problems with deployments. */
enum DeploymentCode implements DiagnosticCode {
  DEPLOYMENT_PARTS_MISSING(271),
  DEADLINE_PAST_WHEN_MADE(273);

  private final int number;

  DeploymentCode(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
