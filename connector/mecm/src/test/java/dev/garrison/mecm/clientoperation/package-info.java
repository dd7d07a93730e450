@NullMarked
package dev.garrison.mecm.clientoperation;

import org.jspecify.annotations.NullMarked;
