/** What simulated servers do with what is deployed to them. */
@NullMarked
package dev.garrison.lab.servers;

import org.jspecify.annotations.NullMarked;
