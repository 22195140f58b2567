/// The published sentences that rules go back to.
enum SourceSentences {
  static let title =
    "Thoughtworks, Effective steering structures for your digital engineering at scale"

  static let text: [String: String] = [
    "S1": "The two key positions … are the product owner (PO) and technology lead (TL)",
    "S2": "The product owner is accountable for the business and customer outcomes as measured by "
      + "business and product metrics",
    "S3": "… setting the right incentives for software development teams",
    "S4":
      "The technology lead is responsible for the quality of the software running in production",
    "S5": "Their primary measure of success is that systems and software work as intended",
    "S6": "They also anchor cross-organization quality initiatives in their part of the "
      + "organization",
    "S7": "… the most senior engineers and responsible for the developer experience",
    "S8": "… POs cannot succeed because they get overruled or their goals conflict with the way of "
      + "working of the organization",
    "S9": "… leaders accountable for profit and loss break it down into smaller pockets which "
      + "their respective reports will be accountable for",
    "S10": "The smallest pocket of accountability is the financial results of (a group of) "
      + "product(s)",
    "S11": "… product decisions are incentivized coherently along the decision-making hierarchy "
      + "and positively impact the bottom line",
    "S12": "… keep organizational complexity to a minimum, where possible",
    "S13": "… short decision-making paths and autonomy in tactical choices",
    "S14": "Accountability through measures of success",
    "S15": "Stewards of processes, methods and tools",
  ]
}
