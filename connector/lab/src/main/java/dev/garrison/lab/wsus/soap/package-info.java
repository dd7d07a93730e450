/** SOAP 1.1 on the wire: requests are read strictly, and answers are written row by row. */
@NullMarked
package dev.garrison.lab.wsus.soap;

import org.jspecify.annotations.NullMarked;
