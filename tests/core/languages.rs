//! Answers in other languages: named as such, never judged as poor.

use hotseat::interview::{
    debrief::Debrief,
    scoring::{Scorer, Story, closeness::reference::Reference},
    session::{Command, Settings},
};

use crate::{answers, seed, small};

/// Two answers in each of fourteen languages, under their tags.
const OTHERS: [(&str, &str); 28] = [
    (
        "de",
        "Letztes Jahr ist uns kurz vor dem Start ein wichtiger Lieferant ausgefallen. Ich habe noch am selben Tag drei andere angerufen und mit dem Team den Plan geändert. Am Ende haben wir nur zwei Tage verloren.",
    ),
    (
        "de",
        "Unsere Kunden waren mit der App nicht zufrieden, weil sie zu langsam war. Ich habe die Daten ausgewertet und eine Lösung vorgeschlagen, die wir in vier Wochen umgesetzt haben.",
    ),
    (
        "fr",
        "L'année dernière, un fournisseur important nous a quittés juste avant le lancement. J'ai appelé trois autres entreprises le jour même et nous avons changé le plan avec l'équipe. Nous n'avons perdu que deux jours.",
    ),
    (
        "fr",
        "Nos clients n'étaient pas contents de l'application parce qu'elle était trop lente. J'ai étudié les données et j'ai proposé une solution que nous avons livrée en quatre semaines.",
    ),
    (
        "es",
        "El año pasado un proveedor importante nos dejó justo antes del lanzamiento. Llamé a otros tres el mismo día y cambié el plan con el equipo. Al final solo perdimos dos días.",
    ),
    (
        "es",
        "Nuestros clientes no estaban contentos con la aplicación porque era muy lenta. Analicé los datos y propuse una solución que entregamos en cuatro semanas.",
    ),
    (
        "pt",
        "No ano passado, um fornecedor importante nos deixou pouco antes do lançamento. Liguei para outros três no mesmo dia e mudei o plano com a equipe. No fim, perdemos só dois dias.",
    ),
    (
        "pt",
        "Os nossos clientes não estavam satisfeitos com o aplicativo porque era muito lento. Analisei os dados e propus uma solução que entregamos em quatro semanas.",
    ),
    (
        "it",
        "L'anno scorso un fornitore importante ci ha lasciati poco prima del lancio. Ho chiamato altri tre il giorno stesso e ho cambiato il piano con la squadra. Alla fine abbiamo perso solo due giorni.",
    ),
    (
        "it",
        "I nostri clienti non erano contenti dell'applicazione perché era troppo lenta. Ho analizzato i dati e ho proposto una soluzione che abbiamo consegnato in quattro settimane.",
    ),
    (
        "nl",
        "Vorig jaar viel een belangrijke leverancier uit, vlak voor de start. Ik heb nog dezelfde dag drie anderen gebeld en met het team het plan veranderd. Uiteindelijk hebben we maar twee dagen verloren.",
    ),
    (
        "nl",
        "Onze klanten waren niet tevreden over de app, omdat die te langzaam was. Ik heb de gegevens bekeken en een oplossing voorgesteld die we in vier weken hebben gebouwd.",
    ),
    (
        "pl",
        "W zeszłym roku ważny dostawca zrezygnował tuż przed startem. Tego samego dnia zadzwoniłem do trzech innych i zmieniłem plan razem z zespołem. W końcu straciliśmy tylko dwa dni.",
    ),
    (
        "pl",
        "Nasi klienci nie byli zadowoleni z aplikacji, ponieważ była za wolna. Sprawdziłam dane i zaproponowałam rozwiązanie, które wdrożyliśmy w cztery tygodnie.",
    ),
    (
        "ru",
        "В прошлом году важный поставщик ушёл прямо перед запуском. Я в тот же день позвонил трём другим и вместе с командой изменил план. В итоге мы потеряли только два дня.",
    ),
    (
        "ru",
        "Наши клиенты были недовольны приложением, потому что оно работало слишком медленно. Я изучила данные и предложила решение, которое мы сделали за четыре недели.",
    ),
    (
        "ar",
        "في العام الماضي انسحب مورد مهم قبل الإطلاق مباشرة. اتصلت في اليوم نفسه بثلاثة موردين آخرين وغيرت الخطة مع الفريق. في النهاية خسرنا يومين فقط.",
    ),
    (
        "ar",
        "لم يكن عملاؤنا راضين عن التطبيق لأنه كان بطيئا جدا. درست البيانات واقترحت حلا سلمناه خلال أربعة أسابيع.",
    ),
    (
        "he",
        "בשנה שעברה ספק חשוב עזב אותנו ממש לפני ההשקה. התקשרתי באותו יום לשלושה אחרים ושיניתי את התוכנית עם הצוות. בסוף הפסדנו רק יומיים.",
    ),
    (
        "he",
        "הלקוחות שלנו לא היו מרוצים מהאפליקציה כי היא הייתה איטית מדי. בדקתי את הנתונים והצעתי פתרון שסיפקנו תוך ארבעה שבועות.",
    ),
    (
        "hi",
        "पिछले साल शुरुआत से ठीक पहले एक बड़ा आपूर्तिकर्ता चला गया। मैंने उसी दिन तीन और लोगों को फोन किया और टीम के साथ योजना बदली। अंत में हमने केवल दो दिन खोए।",
    ),
    (
        "hi",
        "हमारे ग्राहक ऐप से खुश नहीं थे क्योंकि वह बहुत धीमा था। मैंने आंकड़े देखे और एक हल सुझाया जिसे हमने चार हफ्तों में पूरा किया।",
    ),
    (
        "ja",
        "昨年、開始の直前に大切な仕入れ先が撤退しました。私はその日のうちに他の三社に電話し、チームと計画を変えました。結局、失ったのは二日だけでした。",
    ),
    (
        "ja",
        "お客様はアプリが遅すぎると不満を持っていました。私はデータを調べて解決策を提案し、四週間で届けました。",
    ),
    (
        "zh",
        "去年，一个重要的供应商在上线前退出了。我当天就给另外三家打了电话，并和团队一起修改了计划。最后我们只损失了两天。",
    ),
    (
        "zh",
        "我们的客户对应用不满意，因为它太慢了。我分析了数据，提出了一个方案，我们在四周内完成了它。",
    ),
    (
        "ko",
        "작년에 출시 직전에 중요한 공급업체가 빠졌습니다. 저는 그날 바로 다른 세 곳에 전화하고 팀과 함께 계획을 바꾸었습니다. 결국 이틀만 잃었습니다.",
    ),
    (
        "ko",
        "고객들은 앱이 너무 느려서 만족하지 못했습니다. 저는 데이터를 살펴보고 해결책을 제안했고 우리는 사 주 안에 그것을 전달했습니다.",
    ),
];

/// The tag of the language that an answer to the seed scene seems to be in, where that is not English.
fn noticed(text: &str) -> Option<String> {
    let found =
        seed::scorer().assess(0, text, Story::This).expect("the answer is within the bound");
    found.unjudged.map(|unjudged| unjudged.language)
}

#[test]
fn fourteen_languages_are_noticed_and_named() {
    let missed: Vec<_> = OTHERS
        .iter()
        .map(|(tag, text)| (*tag, noticed(text), *text))
        .filter(|(tag, found, _)| found.as_deref() != Some(tag))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn the_sentence_names_both_languages_and_nothing_is_praised_or_asked_for() {
    let (_, german) = OTHERS[0];
    let found = seed::scorer().assess(0, german, Story::Own).expect("the answer is short");
    let sentence = found.unjudged.as_ref().map(|unjudged| unjudged.sentence.as_str());
    assert_eq!(
        sentence,
        Some("This seems to be German; the scenario is in English, so it was not judged.")
    );
    assert_eq!((found.judged_level(), &found.next_step), (None, &None));
    assert!(found.strengths.is_empty());
}

#[test]
fn honest_english_is_always_judged() {
    for answer in answers::SEED.iter().chain(answers::WARD.iter()) {
        assert_eq!(noticed(&answer.text), None, "{}", answer.text);
    }
    for id in seed::scenario().questions().iter().map(|question| &question.id) {
        assert_eq!(noticed(&seed::model(id)), None);
    }
}

#[test]
fn english_that_quotes_or_is_learned_is_judged() {
    for text in [
        "I say to my chef, wir haben ein Problem, and then he agree and we make the plan new for the customer in Köln.",
        "She told us \"no podemos esperar más\", so I called Señor Muñoz in Málaga and we agreed on a date that evening.",
        "Last year i was work in big company, many bug in system, i am fix all bug and customer very happy after this.",
        "We did Kaizen, Gemba walks, Genchi Genbutsu and Jidoka in the Toyota plant, and I ran the Kanban for my line.",
    ] {
        assert_eq!(noticed(text), None, "{text}");
    }
}

#[test]
fn a_scenario_in_german_takes_german_and_names_english() {
    let model = "Unser Lager stand im Winter unter Wasser. Ich habe alle Kisten in die Halle gebracht und nichts verloren.";
    let reference = Reference::from_texts("Was war Ihr schwerster Tag?", &[model.to_owned()]);
    let scorer = Scorer::new(vec![reference]).in_language("de-AT");
    let unjudged = |text: &str| {
        let found = scorer.assess(0, text, Story::Own).expect("the answer is short");
        found.unjudged.map(|unjudged| unjudged.language)
    };
    assert_eq!(unjudged(OTHERS[0].1), None);
    let english = "Last winter I moved the depot to another street in nine days, and nobody who was there lost a shift.";
    assert_eq!(unjudged(english).as_deref(), Some("en"));
}

#[test]
fn the_debrief_leaves_it_out_of_its_means() {
    let good = "In March a pipe burst above the map room at night. I carried 300 maps to the chapel and laid them out \
                between blotters. We lost 2 maps of 300, and the insurer paid for a new pipe.";
    let play = |second: Command| {
        let mut session = small::session(Settings::default());
        let answers = [
            Command::Begin,
            Command::Answer(good.to_owned()),
            Command::Rate(None),
            Command::Continue,
            second,
            Command::Finish,
        ];
        for command in answers {
            session.apply(command).expect("the command fits");
        }
        Debrief::of(&session)
    };
    let other = play(Command::Answer(OTHERS[0].1.to_owned()));
    let result = &other.sections[0].questions[1];
    assert_eq!((result.level, other.answered), (None, 2));
    assert_eq!(result.unjudged.as_ref().map(|u| u.language.as_str()), Some("de"));
    let first = other.sections[0].questions[0].level.map(|level| f32::from(level.number()));
    assert_eq!((other.mean, other.sections[0].mean), (first, first));
    assert_eq!(play(Command::Skip).mean, first, "nor does a question that was skipped count");
}
