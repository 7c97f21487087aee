package org.dariro.gateways.africastalking;

/** The gateway keeps the contract over the form endpoint. */
class AfricasTalkingContractTest extends AfricasTalkingContract {}
