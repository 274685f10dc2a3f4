// The learnt layer: a linear model over words, pairs of words, parts of words and concepts scores the whole text before the scan.
// `make learn` trains it (wording.tsv); `winnow rules explain` lists the words that count.

rule wording_of_junk
{
    meta:
        title = "Wording of junk, or of honest mail if negative"
        category = "junk"
        weight = 0
        points = "wording_junk"
        why = "Learnt from labelled messages: no single word decides, and honest wording takes points away."
    condition:
        wording_junk != 0
}

rule wording_unmasks
{
    meta:
        title = "Wording of fraud in the form of a code or an alert"
        category = "junk"
        weight = 0
        unmasks = true
        why = "Honest codes and alerts of the corpora never get so many points."
    condition:
        wording_junk >= 40
}

rule wording_of_promotion
{
    meta:
        title = "Wording of advertising"
        category = "promotion"
        weight = 15
        why = "Learnt from adverts, wanted or not; points of junk still decide."
    condition:
        wording_promotion >= 13 and wording_promotion > wording_transaction and wording_junk < 20
}

rule wording_of_transaction
{
    meta:
        title = "Wording of business mail"
        category = "transaction"
        weight = 0
        why = "Learnt from notices of firms and authorities against other honest mail; it protects nothing."
    condition:
        wording_transaction >= 5 and wording_junk < 10
}
