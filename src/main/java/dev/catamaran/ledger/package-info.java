/** Who holds which port where, in one observed moment. */
@org.jspecify.annotations.NullMarked
package dev.catamaran.ledger;
