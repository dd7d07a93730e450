package dev.garrison.lab.wsus;

import dev.garrison.lab.http.Answer;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.Wsdl;
import dev.garrison.lab.wsus.operation.Operations;
import dev.garrison.lab.wsus.soap.ContractViolation;
import dev.garrison.lab.wsus.soap.Envelopes;
import dev.garrison.lab.wsus.soap.RequestReader;
import dev.garrison.lab.wsus.soap.ResultWriter;
import dev.garrison.lab.wsus.soap.ServerFault;
import dev.garrison.lab.wsus.soap.SoapRequest;
import dev.garrison.lab.wsus.soap.WireStyle;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out SOAP requests to one server. */
final class SoapService {
  private static final String XML = "text/xml; charset=utf-8";
  private final Contract contract;
  private final RequestReader reader;
  private final Envelopes envelopes;
  private final Estate estate;
  private final Operations operations;
  private final Calls calls;
  private final Supplier<WireStyle> style;

  SoapService(
      Contract contract,
      Estate estate,
      Operations operations,
      Calls calls,
      Supplier<WireStyle> style) {
    this.contract = contract;
    this.reader = new RequestReader(contract);
    this.envelopes = new Envelopes(contract);
    this.estate = estate;
    this.operations = operations;
    this.calls = calls;
    this.style = style;
  }

  /** Operation that a body requests; empty if none can be found. */
  String operationName(byte[] body) {
    return reader.operationName(body).orElse("");
  }

  boolean isWrite(String operation) {
    return operations.isWrite(operation);
  }

  Answer wsdl(String address) {
    return new Answer(
        200, XML, to -> envelopes.document(to, out -> Wsdl.write(contract, address, out)));
  }

  Answer error(int status, String text) {
    return status == 500
        ? fault(ServerFault.unhandled("System.Exception", text))
        : Answer.text(
            status, "text/html", "<html><body><h1>%d</h1>%s</body></html>".formatted(status, text));
  }

  /** Carries out a request; the answer's rows are written when it is sent. */
  Answer answer(@Nullable String contentType, @Nullable String soapAction, byte[] body) {
    String name = operationName(body);
    SoapRequest request;
    try {
      request = reader.read(contentType, soapAction, body);
    } catch (ContractViolation e) {
      return violation(name, body, e);
    }
    try {
      ResultWriter.Part part =
          estate.alone(() -> operations.carryOut(request.operation().name(), request.arguments()));
      note(name, body, ServedCall.Outcome.DONE);
      WireStyle now = style.get();
      return new Answer(200, XML, to -> envelopes.answer(to, request.operation(), now, part));
    } catch (ContractViolation e) {
      return violation(name, body, e);
    } catch (ServerFault e) {
      note(
          name,
          body,
          operations.carriesOut(name)
              ? ServedCall.Outcome.FAULT
              : ServedCall.Outcome.NOT_CARRIED_OUT);
      return fault(e);
    }
  }

  private Answer violation(String name, byte[] body, ContractViolation violation) {
    note(name, body, ServedCall.Outcome.VIOLATION);
    String text = (name.isEmpty() ? "" : name + ": ") + violation.what();
    calls.violation(text);
    return new Answer(
        500, XML, to -> envelopes.violation(to, "The request does not fit the contract: " + text));
  }

  private Answer fault(ServerFault fault) {
    return new Answer(500, XML, to -> envelopes.fault(to, fault));
  }

  private void note(String name, byte[] body, ServedCall.Outcome outcome) {
    calls.add(
        new ServedCall(name, isWrite(name), new String(body, StandardCharsets.UTF_8), outcome));
  }
}
