package dev.garrison.wsus.soap;

import dev.garrison.xml.XmlElement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a fault. Business faults carry {@code detail/Exception} with type and message (MS-WSUSAR
 * 3.1.4.1); others only the text of ASP.NET: "Server was unable to process request. ---> Type:
 * message".
 */
final class FaultXml {
  private static final Pattern UNHANDLED =
      Pattern.compile("(?s).*---> *(?:[\\w.]+\\.)?(\\w+(?:Exception|Error)): *(.*)");

  private FaultXml() {}

  /** Reads an element {@code Fault} of SOAP 1.1. */
  static SoapFault read(XmlElement fault) {
    Optional<XmlElement> exception = fault.find("detail", "Exception");
    String text = fault.textOf("faultstring");
    if (exception.isPresent()) {
      String message = exception.get().attribute("Message");
      return new SoapFault(
          unqualified(exception.get().attribute("Type")), message.isEmpty() ? text : message);
    }
    Matcher unhandled = UNHANDLED.matcher(text);
    return unhandled.matches()
        ? new SoapFault(unhandled.group(1), unhandled.group(2))
        : new SoapFault("", text);
  }

  /** Removes the namespace, and the assembly that may follow. */
  private static String unqualified(String type) {
    String name = type.split(",", 2)[0].strip();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
