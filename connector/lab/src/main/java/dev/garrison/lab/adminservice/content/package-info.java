/** Content packages and their distribution to distribution points. */
@NullMarked
package dev.garrison.lab.adminservice.content;

import org.jspecify.annotations.NullMarked;
