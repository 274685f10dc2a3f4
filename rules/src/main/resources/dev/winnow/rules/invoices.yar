// Forged invoices, invoice dealers, and forged payment details.

rule invoice_dealer {
    meta:
        title = "Invoices and tax receipts for sale"
        category = "junk"
        weight = 65
        why = "Firms announce such changes in writing; the money goes to a stranger."
    strings:
        $a_x_1 = "发票"
        $a_x_2 = "發票"
        $a_x_3 = "发-票"
        $a_x_4 = "发 票"
        $a_x_5 = "发飘"
        $a_x_6 = "发漂"
        $a_x_7 = "發嘌"
        $a_x_8 = "fa票"
        $a_x_9 = "税镖"
        $a_x_10 = "代开"
        $a_x_11 = "余票"
        $a_x_12 = "开票"
        $a_x_13 = "增值税"
        $a_x_14 = "増值税"
        $a_x_15 = "发嘌"
        $a_x_16 = "专用发"
        $a_x_17 = "冲成本"
        $a_x_18 = "进项"
        $b_x_1 = "优惠"
        $b_x_2 = "点数"
        $b_x_3 = "个点"
        $b_x_4 = "税点"
        $b_x_5 = "验证"
        $b_x_6 = "验真"
        $b_x_7 = "先验"
        $b_x_8 = "联系"
        $b_x_9 = "电联"
        $b_x_10 = "微信"
        $b_x_11 = "QQ" nocase fullword
        $b_x_12 = "加微"
        $b_x_13 = "代办"
        $b_x_14 = "可开"
        $b_x_15 = "保密"
        $b_x_16 = "吴经理"
        $b_x_17 = "李经理"
        $b_x_18 = "收点"
        $b_x_19 = "转让"
        $b_x_20 = "合作"
        $c_x_1 = "hoa don vat" nocase
        $c_x_2 = "hóa đơn vat"
        $c_x_3 = "hoá đơn vat"
        $c_x_4 = "bao thanh tra" nocase
    condition:
        (any of ($a_*) and any of ($b_*)) or any of ($c_*)
}

rule payment_details_changed {
    meta:
        title = "New bank details or a forged bill"
        category = "junk"
        weight = 60
        why = "Firms announce such changes in writing; the money goes to a stranger."
    strings:
        $a_x_1 = "cambiado de entidad bancaria" nocase
        $a_x_2 = "cambio banca" nocase
        $a_x_3 = "nuovo iban" nocase
        $a_x_4 = "new bank details" nocase
        $a_x_5 = "changed our bank" nocase
        $a_x_6 = "neue bankverbindung" nocase
        $a_x_7 = "nouveau rib" nocase
        $a_x_8 = "troca de administradora" nocase
        $a_x_9 = "boleto atualizado" nocase
        $a_x_10 = "desconsidere o boleto" nocase
        $a_x_11 = "bank details have changed" nocase
        $a_x_12 = "novo boleto" nocase
        $a_y_1 = "сменились реквизиты"
        $a_y_2 = "новый расчётный"
        $a_y_3 = "новый расчетный"
        $a_y_4 = "нові реквізити"
        $a_y_5 = "账户变更"
        $a_y_6 = "帳戶變更"
        $b_x_1 = "factura" nocase
        $b_x_2 = "fattura" nocase
        $b_x_3 = "invoice" nocase
        $b_x_4 = "rechnung" nocase
        $b_x_5 = "facture" nocase
        $b_x_6 = "boleto" nocase
        $b_x_7 = "quitacao" nocase
        $b_x_8 = "quitação"
        $b_x_9 = "conta" nocase
        $b_y_1 = "счёт"
        $b_y_2 = "счет"
        $b_y_3 = "рахунок"
        $b_y_4 = "货款"
        $b_y_5 = "貨款"
    condition:
        any of ($a_*) and any of ($b_*)
}

rule dunning_by_strangers {
    meta:
        title = "Last reminder with seizure tomorrow"
        category = "junk"
        weight = 50
        why = "Firms announce such changes in writing; the money goes to a stranger."
    strings:
        $a_x_1 = "letzte mahnung" nocase
        $a_x_2 = "laatste sommatie" nocase
        $a_x_3 = "ostateczne przeds" nocase
        $a_x_4 = "ultima notificacion" nocase
        $a_x_5 = "inkasso" nocase
        $b_x_1 = "pfandung" nocase
        $b_x_2 = "pfändung"
        $b_x_3 = "click" nocase
        $b_x_4 = "beslag op uw" nocase
        $b_x_5 = "dzis do" nocase
        $b_x_6 = "dziś do"
        $b_x_7 = "embargar" nocase
        $b_x_8 = "via dit nummer" nocase
        $b_x_9 = "heute mog" nocase
        $b_x_10 = "heute mög"
    condition:
        any of ($a_*) and any of ($b_*)
}
