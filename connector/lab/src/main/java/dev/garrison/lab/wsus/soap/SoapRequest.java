package dev.garrison.lab.wsus.soap;

import dev.garrison.lab.wsus.contract.OperationShape;

/** A request that fits the contract. */
public record SoapRequest(OperationShape operation, Arguments arguments) {}
