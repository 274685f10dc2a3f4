// What an address says by itself, asked as external variables (link_..., mail_...): computed before the scan, explained in docs/rules.md.

rule address_of_a_named_brands_double {
    meta:
        title = "Names a firm and links to an imitation of its address"
        category = "junk"
        weight = 45
        unmasks = true
        why = "The text names a firm, the link carries a firm's name, and neither the host nor its owner is that firm."
    condition:
        link_brand != "" and link_imitates != "" and not link_known
}

rule address_that_imitates {
    meta:
        title = "Link to an address that imitates a known one"
        category = "junk"
        weight = 30
        unmasks = true
        why = "A firm's name in a host that is not the firm's: as a part of it, misspelt, or with look-alike letters."
    condition:
        link_imitates != "" and link_brand == "" and not link_known
}

rule address_of_no_named_brand {
    meta:
        title = "Names a firm and links to a stranger's throw-away address"
        category = "junk"
        weight = 45
        unmasks = true
        why = "Firms link to their own hosts; an address that costs next to nothing, is free or has to be mended is none."
    condition:
        link_brand != "" and link_imitates == "" and not link_known
            and (link_rare_ending or link_free_host or link_ip or link_punycode or link_broken)
}

rule address_composed_for_a_brand {
    meta:
        title = "Names a firm and links to a composed address that is not the firm's"
        category = "junk"
        weight = 25
        why = "A host made of words with hyphens that belongs to no known firm, beside a firm's name."
    condition:
        link_brand != "" and not link_known and not link_short and not link_rare_ending and link_domains contains "-"
}

rule address_thrown_away {
    meta:
        title = "Link to a composed address with a throw-away ending"
        category = "junk"
        weight = 25
        unmasks = true
        why = "Words or digits strung together under an ending that costs next to nothing: made for one campaign."
    condition:
        link_rare_ending and link_domains matches /[a-z0-9]-[a-z0-9]|[a-z][0-9]|[0-9][a-z]/
}

rule address_with_a_cheap_ending {
    meta:
        title = "Link to an address with a throw-away ending"
        category = "junk"
        weight = 15
        why = "Fraud lives on endings that cost next to nothing; banks, carriers and authorities do not use them."
    condition:
        link_rare_ending
}

rule address_in_disguise {
    meta:
        title = "Link that is written so that filters miss it"
        category = "junk"
        weight = 35
        unmasks = true
        why = "Blanks around the dot, brackets, invisible signs or letters of other alphabets: nobody honest writes links so."
    condition:
        link_broken and not link_known
}

rule address_of_no_authority {
    meta:
        title = "Address with gov in its name that is no authority's"
        category = "junk"
        weight = 50
        unmasks = true
        why = "Authorities have protected endings and need not write gov into a name."
    condition:
        not link_known and link_domains matches /(^|[ -]|[0-9])(gov|govt|gob|gouv|mygov)-|-(gov|govt|gob|gouv)[.]/
}

rule address_with_credentials {
    meta:
        title = "Link with another address before its host"
        category = "junk"
        weight = 50
        unmasks = true
        why = "All before the at sign is decoration; it is there to look like the host."
    condition:
        link_user_info
}

rule address_with_a_port {
    meta:
        title = "Link to an unusual port"
        category = "junk"
        weight = 25
        why = "Pages for customers are on the usual ports."
    condition:
        link_port and not link_known
}

rule address_of_an_app_package {
    meta:
        title = "App package that is not from a store"
        category = "junk"
        weight = 55
        unmasks = true
        why = "Apps come from stores; a package by text message takes over the phone."
    condition:
        link_app_package
}

rule address_made_by_a_machine {
    meta:
        title = "Link to an address that looks made by a machine"
        category = "junk"
        weight = 15
        why = "No vowels, or digits and letters in turn: a name nobody has to remember."
    condition:
        link_odd_host and not link_known
}

rule mail_of_no_named_brand {
    meta:
        title = "Names a firm and gives a free mailbox"
        category = "junk"
        weight = 35
        unmasks = true
        why = "Firms write from hosts of their own."
    condition:
        mail_brand != "" and mail_free and link_count == 0
}
