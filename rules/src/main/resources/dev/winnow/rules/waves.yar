// Waves: the same wording with another link, number or name each time, counted by the workers. Never decides for an allowed sender.

rule wave_from_many_senders {
    meta:
        title = "Same wording with links from many senders"
        category = "junk"
        weight = 25
        why = "Fraud goes out from many numbers at once; a firm has one sender. Alone it is too little: friends pass messages on."
    condition:
        link_count > 0 and not link_known and wave_messages >= 50 and wave_senders >= 20
}

rule wave_from_one_number_to_many_tenants {
    meta:
        title = "Same wording with links from one number to many tenants"
        category = "junk"
        weight = 20
        why = "A number that many tenants hear from at once is a campaign that none of them ordered. Firms write under their names."
    condition:
        link_count > 0 and not link_known and wave_messages >= 20 and wave_senders >= 1 and wave_senders <= 2
        and wave_tenants >= 5 and sender matches /^\+?[0-9]{7,15}$/
}
