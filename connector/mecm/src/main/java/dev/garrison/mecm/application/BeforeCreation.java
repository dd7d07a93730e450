package dev.garrison.mecm.application;

import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;

/** Refuses, before planning, an application that the site or its console would not accept. */
record BeforeCreation(SdmPackageXml codec) {
  Proposal checked(Proposal proposal, Wanted<Application> wanted) {
    return proposal instanceof Proposal.Proposed proposed
            && proposed.action() == Action.CREATE
            && wanted.desired() instanceof Desired.Present<Application>(Application state)
        ? codec.objections(state).stream()
            .findFirst()
            .<Proposal>map(Proposal.Refused::new)
            .orElse(proposal)
        : proposal;
  }
}
