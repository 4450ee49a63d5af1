<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="it">
 <extra-nome>English</extra-nome>
 <extra-plurale>n != 1</extra-plurale>
 <context>
  <name>scuola_digitale/domain/arithmetic</name>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>Il conto «{shown}» non si può fare: {reason}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>è troppo lungo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>c’è un segno o un nome che non si capisce</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>non è scritto come un conto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>Usa numeri, i nomi delle variabili, + - * / **, le parentesi, min max abs round.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>si divide per zero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>il risultato è troppo grande</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>«{name}» non è una variabile numerica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>l’esponente deve essere un intero piccolo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/judging</name>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Giusto!</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>La legge la maestra. La risposta la trovi qui e nel quaderno.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi il numero con le cifre: per esempio 12.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rileggi la domanda e riprova.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Ne manca ancora qualcuna.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Riguarda le altre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rifai il conto con calma e riprova.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi soltanto il numero, in {unit}: per esempio 12.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Le parole sono quelle. Controlla maiuscole, accenti e spazi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Ci sei quasi: controlla come si scrive.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>{good} su {total} è giusta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>{good} su {total} sono giuste.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi la tua risposta, poi consegna.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli una risposta, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non è questa. Rileggi con calma e riprova.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli almeno una risposta, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli vero o falso per ogni frase.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi la tua risposta, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Riempi gli spazi vuoti, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Unisci le coppie, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Metti gli elementi in ordine, poi conferma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rileggi e riprova.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/school_terms</name>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Cultura</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Formazione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tempo libero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Italiano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Matematica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Scienze</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Storia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Geografia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Inglese</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tecnologia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Musica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Arte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Educazione civica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Educazione fisica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Luoghi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Musei</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Teatro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Dialetto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tradizioni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Natura</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Mestieri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Sicurezza</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Digitale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Passeggiate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Giochi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Sport</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Cucina</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/presenters/lesson.py" />
   <source>{grade} media</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/variants</name>
  <message>
   <location filename="../../../scuola_digitale/domain/variants.py" />
   <source>non è una regola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/variants.py" />
   <source>tra i due numeri non c’è niente</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/background</name>
  <message>
   <location filename="../../../ui/background.py" />
   <source>Qualcosa non ha funzionato, e non per colpa tua.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/background.py" />
   <source>Quello che hai fatto finora è salvo. Riprova; se succede ancora, dillo al tecnico.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/caretaking</name>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>il nome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>l’indirizzo della regione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>il nome del portatile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>il nome della classe</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/commands/carrying</name>
  <message numerus="yes">
   <location filename="../../../ui/commands/carrying.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>{count} pacchetti</source>
   <extracomment>uno: {count} pacchetto</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/commands/carrying.py" />
   <source>La linea non c'è: le firme sono quelle che aveva questo portatile, e vanno ancora bene.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/carrying.py" />
   <source>Su questa chiavetta non c'è nulla di nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/commands/carrying.py" />
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>{count} lezioni</source>
   <extracomment>uno: {count} lezione</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/commands/getting</name>
  <message>
   <location filename="../../../ui/commands/getting.py" />
   <source>Fatto: questo portatile riconosce i pacchetti della regione.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/getting.py" />
   <source>Nessuna novità: qui c'è già tutto quello che la regione offre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/getting.py" />
   <source>Prendile con: scuola-digitale pack get</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/getting.py" />
   <source>Non c'era nulla da riparare: tutti i file sono a posto.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/commands/getting.py" />
   <source>{count} cadute</source>
   <extracomment>uno: {count} caduta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/commands/getting.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{count} file ripresi</source>
   <extracomment>uno: {count} file ripreso</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/commands/hubs</name>
  <message>
   <location filename="../../../ui/commands/hubs.py" />
   <source>Per fermarlo: Ctrl+C.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/commands/packs</name>
  <message>
   <location filename="../../../ui/commands/packs.py" />
   <source>Correggi questi punti e riprova: niente è stato costruito.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/packs.py" />
   <source>Nessun pacchetto installato. Installane uno con: scuola-digitale pack install CARTELLA</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/packs.py" />
   <source>Tutti i file sono a posto.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/commands/regions</name>
  <message>
   <location filename="../../../ui/commands/regions.py" />
   <source>La regione conosce la scuola. Ora puoi scrivere: scuola-digitale sync</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/regions.py" />
   <source>Vale tre giorni e una volta sola; qui non resta scritto: dallo alla scuola a voce o per lettera.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/commands/school</name>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Fatto: la parola d'ordine nuova vale qui subito, altrove dopo uno scambio.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Scrivilo su carta e chiudilo in un cassetto: non resta scritto da nessun'altra parte.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Porta la chiavetta al portatile del tecnico, poi torna qui con la risposta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Fatto. Le chiavi nuove arrivano agli altri portatili con il prossimo scambio.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Non ho cancellato niente.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Scegline una con --digits e le sue sei cifre, come le mostra il portatile nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/school.py" />
   <source>Non riconosco una delle sigle: guardale con scuola-digitale school laptops</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/commands/searching</name>
  <message>
   <location filename="../../../ui/commands/searching.py" />
   <source>Non c'è ancora nessun pacchetto. Installane uno con: scuola-digitale pack install CARTELLA</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/commands/searching.py" />
   <source>Nessuna lezione con queste parole.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/demo/window</name>
  <message>
   <location filename="../../../ui/demo/window.py" />
   <source>È la prima volta: preparo la scuola di prova. Ci vogliono pochi secondi.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/home</name>
  <message>
   <location filename="../../../ui/home.py" />
   <source>Non riesco a scrivere nella cartella dei dati «{folder}».</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/laptop</name>
  <message>
   <location filename="../../../ui/laptop.py" />
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Questo portatile non fa ancora parte di una scuola.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/laptop.py" />
   <source>Per provare il programma scrivi: scuola-digitale demo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/pack_line</name>
  <message>
   <location filename="../../../ui/pack_line.py" />
   <source>la copia della regione</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/assign</name>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Assegna</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Un tema per tutti, un compito per ogni classe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Nessuna lezione di questo tema</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/board.py" />
   <source>Nessun compito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Senza data</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Annulla</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Non ci sono ancora temi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>I temi arrivano con le lezioni: il tecnico può installarle da Contenuti.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Prima scegli un tema.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Dai un compito almeno a una classe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>1. Scegli il tema</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>2. Un compito per classe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>3. Per quando</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} altri temi</source>
   <extracomment>uno: {count} altro tema</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>«{what}» è assegnato: classe {grades}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} esercizi</source>
   <extracomment>uno: {count} esercizio</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} · classe {grades}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>{wanted} di {words}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/board</name>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Classe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Nessun compito è in corso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Scegli un tema e assegna un compito a ogni classe: qui vedrai come va.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Assegna un compito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Passo {step}: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>da iniziare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>al lavoro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ti aspetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ha finito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ora diretta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ora autonoma</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Chiudi il compito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Riapri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>«{theme}» è chiuso: non è più tra i compiti.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/people.py" />
   <source>{count} alunni</source>
   <extracomment>uno: {count} alunno</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ha chiesto aiuto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>due prove o più</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>adesso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>ieri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>{days} giorni fa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{pupils} · ultima risposta {ago}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>passo {step} di {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>un minuto fa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{minutes} minuti fa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>un’ora fa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{hours} ore fa</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} ti aspettano</source>
   <extracomment>uno: {count} ti aspetta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} al lavoro</source>
   <extracomment>uno: {count} al lavoro</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} hanno finito</source>
   <extracomment>uno: {count} ha finito</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} da iniziare</source>
   <extracomment>uno: {count} da iniziare</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Lezione non installata</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>{count} passi</source>
   <extracomment>uno: {count} passo</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/exchange</name>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Sincronizzazione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La scuola lavora sempre; quando c’è linea, quello che è nuovo parte e arriva da solo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sincronizza ora</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sto sincronizzando</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Usa la chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Scegli la chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sto leggendo la chiavetta…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Questa scuola lavora da sola: nessuna regione è collegata.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Ultimi scambi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Nessuno scambio, per ora</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Appena c’è linea il primo parte da solo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Collega la scuola alla regione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La regione dà alla scuola un indirizzo e un codice, che vale tre giorni e una volta sola. Alla regione arrivano i progressi, mai un nome.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Collega</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La regione conosce la scuola: da ora gli scambi partono da soli.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose nuove</source>
   <extracomment>uno: {count} cosa nuova</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} arrivate qui</source>
   <extracomment>uno: {count} arrivata qui</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sulla chiavetta {went}, {came}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose aspettano</source>
   <extracomment>uno: {count} cosa aspetta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · spedito {at}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Indirizzo della regione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Codice</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose nuove aspettano</source>
   <extracomment>uno: {count} cosa nuova aspetta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{news} la linea. Sono già al sicuro qui.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose spedite</source>
   <extracomment>uno: {count} cosa spedita</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} arrivate</source>
   <extracomment>uno: {count} arrivata</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La chiavetta e questo portatile hanno già le stesse cose.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · sto spedendo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · {waiting} la linea</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>Salvato qui</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Niente aspetta: è tutto spedito.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Ancora mai</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Niente di nuovo da nessuna parte.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>fatto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>non riuscito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <source>a posto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>chiavetta</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/figures</name>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>sole</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>luna</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>stella</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>foglia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>fungo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>monte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>goccia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>ghianda</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>campana</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Ciao, {}!</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Tocca le tue tre figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non sono queste. Riprova con calma.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non le ricordi? Chiedi alla maestra.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non sono {}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Ricomincia</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/italian</name>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>lunedì</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>martedì</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>mercoledì</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>giovedì</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>venerdì</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>sabato</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>domenica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>gennaio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>febbraio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>marzo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>aprile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>maggio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>giugno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>luglio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>agosto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>settembre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>ottobre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>novembre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>dicembre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{weekday} {day} {month}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{day} {month} {year}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{weekday} {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{day} {month}</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/italian.py" />
   <source>{count} byte</source>
   <extracomment>uno: {count} byte</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{first} e {last}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buongiorno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buon pomeriggio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buonasera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>all’{hour}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>alle {hour}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per il {day} {month}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>un minuto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{minutes} minuti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>stamattina</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>oggi pomeriggio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>era per ieri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>era per {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per oggi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per domani</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>,</source>
   <comment>decimali</comment>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/laptops</name>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Portatili</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>I portatili che fanno parte della scuola. Qui ne entra uno nuovo, qui si dice che uno è perso.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Fai entrare un portatile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Accendi il portatile nuovo, apri Scuola Digitale e scegli «Entra in una scuola». Poi dagli un nome e scegli come farlo entrare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Nome del portatile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>per esempio: Armadio 3</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Aspetto il portatile nuovo…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sul portatile nuovo scrivi questo indirizzo e questo codice. Il codice vale una volta sola.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Non aspettare più</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Confronta le sei cifre</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sul portatile nuovo devono esserci le stesse cifre. Se sono diverse, non farlo entrare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sono le stesse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Su questa chiavetta nessun portatile chiede di entrare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Prima prepara la richiesta sul portatile nuovo, poi riporta qui la chiavetta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Con un codice a voce</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Con la chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Rinnova</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>È perso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>No</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Le sei cifre della scuola sono {digits}: il portatile nuovo le mostrerà.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>La risposta per «{label}» è sulla chiavetta: riportala al portatile nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» è in regola per altri tre anni.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» è perso o rubato? Cambio le chiavi della scuola: non leggerà più niente di nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Le chiavi sono cambiate: «{label}» non legge più niente di nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» fa parte della scuola.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Ultime notizie: {seen} · il certificato {ends} {date}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>ancora nessuna</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>è finito il</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>vale fino al</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>scaduto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>da rinnovare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Senza nome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>questo</source>
   <comment>portatile</comment>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>in regola</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/lesson</name>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>all’insegnante</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Prova tu · {number} di {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Prova tu</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>{done} sassi su {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>1 sasso su {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>alla {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>al {title}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/lesson_cards</name>
  <message>
   <location filename="../../../ui/presenters/lesson_cards.py" />
   <source>classe {grades}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson_cards.py" />
   <source>{sum} sassi su {number}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/library</name>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Italiano, numeri, scienze, storia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Storie, luoghi, teatro, dialetto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Mestieri, attrezzi, botteghe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Sentieri, giochi, sport</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Biblioteca</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Cerca una parola, un luogo, una storia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Tutte le classi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Tutte le materie</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Su questo scaffale non c’è ancora niente</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Prova un’altra classe o un’altra materia.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Lezioni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>{what} per la {label}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>{what} per tutti</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/notebook</name>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Quaderno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Quello che hai scritto e segnato. Lo leggi solo tu, con la maestra.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Cerca nel quaderno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Il quaderno è ancora bianco</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Apri una lezione: in basso trovi «Appunto», «Evidenzia» e «Segnalibro».</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>Vai in Biblioteca</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Qui non c’è</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Prova con un’altra parola, o guarda in «Tutto».</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Che cosa vuoi ricordare?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Una lezione che ora non c’è</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Tutto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Appunti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Parole evidenziate</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Segnalibri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Risposte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Appunto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Evidenziato</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Segnalibro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>Risposta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Apri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Cambia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <source>Togli</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Salva</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Tolto dal quaderno.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Rimetti</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/open_answers</name>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>La tua risposta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>aspetta la maestra</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>letta: va bene</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>letta: puoi aggiungere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Ti scrive la maestra:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Da leggere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Le risposte scritte con parole loro. Una parola tua le fa crescere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Non c’è niente da leggere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Quando un bambino scrive una risposta aperta, la trovi qui.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Lette da poco</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Da guardare:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>La tua parola per {}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Scrivi che cosa può aggiungere: così sa da dove ripartire.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Va bene così</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Può aggiungere</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>{count} risposte da leggere</source>
   <extracomment>uno: {count} risposta da leggere</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Una lezione che qui non c’è</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/pack_news</name>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Disponibili</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Mi fermo…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Prepara una chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Quando c’è linea, guarda se la regione ha lezioni nuove: costa pochi byte.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Nessuna novità: qui c’è già tutto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>edizione {edition}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Cerca novità</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Guardo…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Scarica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sospendi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>In pausa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Riprendi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <location filename="../../../ui/widgets/refusal.py" />
   <source>Chiudi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>«{title}» è installato e si può leggere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>«{title}» è di nuovo intero: {count}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{count} pacchetti pronti</source>
   <extracomment>uno: {count} pacchetto pronto</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source> · qui la {installed}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>La linea è caduta {times}: si riprende da dove era.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>La linea non c’era: le firme sono quelle di questo portatile.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sulla chiavetta: {packs}, {size} scritti adesso.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>una volta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{number} volte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{done} di {whole}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sulla chiavetta non c’è nulla da portare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Si portano i pacchetti presi dalla regione.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Aggiorna</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>ancora {left}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/pack_words</name>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Da scaricare {size}{time}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} ore</source>
   <extracomment>uno: {count} ora</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Dall’edizione {before} alla {after}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>È già qui, tutto intero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Pacchetto nuovo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>cambiano solo figure, suoni o dati</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Non c’è nulla da scaricare: è già tutto qui.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>, circa {duration}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>pochi secondi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{seconds} secondi</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} minuti</source>
   <extracomment>uno: {count} minuto</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} giorni</source>
   <extracomment>uno: {count} giorno</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{hours} e {minutes} minuti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Edizione {after}, da completare</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni nuove</source>
   <extracomment>uno: {count} lezione nuova</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni cambiate</source>
   <extracomment>uno: {count} lezione cambiata</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni tolte</source>
   <extracomment>uno: {count} lezione tolta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/packs</name>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Contenuti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Le lezioni installate funzionano sempre, con la linea o senza.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Installati</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Installa da chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Scegli la chiavetta, o la cartella del pacchetto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Ferma</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Nessun pacchetto installato</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Prendi un pacchetto dalla chiavetta: si installa in pochi secondi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Verifica</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Ripara</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Dalla chiavetta: {named}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} lezioni pronte</source>
   <extracomment>uno: {count} lezione pronta</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è installato: {lessons}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} file sono rovinati</source>
   <extracomment>uno: {count} file è rovinato</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}»: {files}. Installalo di nuovo dalla chiavetta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Tolgo «{title}»? Le risposte degli alunni restano.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è stato tolto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Su questa chiavetta non c’è nulla di nuovo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è intero: ogni file è a posto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} · edizione {edition}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>da ricopiare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>si prepara</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>verificato</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/people</name>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Persone</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La classe, gli alunni e chi lavora nella scuola.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Ancora nessun alunno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi il primo qui sotto: bastano il nome, la classe e un animale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Fai entrare un’insegnante</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La supplente entra per i suoi giorni: finiti quelli, la sua parola d’ordine non apre più e quello che ha scritto resta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Fai entrare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Parola dimenticata</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Parola d’ordine nuova</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Dai la parola nuova</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Tutto l’anno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>5 giorni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>15 giorni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>30 giorni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>3 mesi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La classe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Alunni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Chi lavora qui</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Nome della classe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>per esempio: pluriclasse I–V</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Quali classi ci sono</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi un alunno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Animale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Come la chiamano</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>maestra, maestro…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Per quanto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Parola d’ordine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>«{name}» è pronta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} è tra gli alunni.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} può entrare: qui subito, sugli altri portatili dopo uno scambio.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} entra con la parola nuova. Quello che aveva scritto resta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} · classi {grades}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>finito il {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>fino al {day}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>finito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>può entrare</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/places</name>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Oggi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>Ripasso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/stones.py" />
   <source>I miei sassi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Ospite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>niente si salva · esci</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Torna agli animali.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Bambini</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Scambi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>classe {grades} · cambia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Non sei {name}? Torna agli animali.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>{title} · esci</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Chiudi e torna agli animali.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/pupils</name>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Come entra ciascuno, e una parola da mandare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Qui non c’è ancora nessuno</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Gli alunni arrivano con la prima sincronizzazione.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Scegli tre figure, in ordine. Le tocca chi entra.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Chi ha la tessera entra scrivendo la parola, o mostrando il disegno alla telecamera.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Che cosa vuoi dire a {}?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Manda</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>La parola per {} è partita: la trova in Oggi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Fatto: {} entra così.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Figure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Scrivi una parola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Senza figure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Nuova tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Togli la tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Ultima parola: {when}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>tocca tre figure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>ha la tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Entra così: </source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>tocca il suo animale</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/reading</name>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Come leggo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Scegli quello che ti fa leggere bene. Ti segue su ogni portatile della scuola.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Prova qui</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>La volpe esce quando il sole cala. Cammina piano, annusa l’aria e ascolta il bosco. Sotto la neve sente un topo che si muove.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>Torna a Oggi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>normale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>un po’ di più</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>di più</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>molto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Grandezza del testo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Carattere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Spazio tra le lettere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Spazio tra le righe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Colori</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Velocità della voce</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Righello</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Una striscia segue la riga che leggi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori calmi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Colori più morbidi, per occhi stanchi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Meno movimento</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Niente si muove e niente lampeggia.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>chiari</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>scuri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>molto contrasto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>molto lenta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>lenta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>svelta</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/review</name>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Pochi minuti al giorno, per non dimenticare.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Perché proprio queste?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Sono domande che hai già fatto. Ognuna torna quando stai per dimenticarla. Se la ricordi, la volta dopo torna più tardi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>Comincia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Oggi non c’è niente da ripassare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Ripasso fatto!</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Fai un esercizio. Fra qualche giorno lo ritrovi qui.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Oggi era difficile. Tornano domani, una alla volta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Salta questa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Avanti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Ho finito</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/review.py" />
   <source>{count} domande</source>
   <extracomment>uno: {count} domanda</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Torna {day}: {many}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>L’hai fatta {ago}: la ricordi?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Le hai guardate tutte. Puoi farle un’altra volta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Le ricordavi tutte. Torneranno fra un po’.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Qualcuna la ricordavi bene. Le altre tornano presto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Per oggi basta così. Domani ce ne sono altre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>domani</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>fra {days} giorni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>{ago} non era ancora venuta: riprova adesso.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>oggi</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/search</name>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <location filename="../../../ui/widgets/library_page.py" />
   <source>Cerca nelle lezioni</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Una parola, un luogo, una storia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Suggerimenti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Che cosa vuoi scoprire?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Scrivi una parola: cerco in tutte le lezioni di questo portatile, anche senza linea.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Prova con una parola più corta, o togli un filtro.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Esercizi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Pacchetti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Che cosa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Area</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Lingua</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Tutte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>{passages} in {count}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Non ho trovato «{query}»</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Ho cercato anche «{suggestion}».</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Apri: {text}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca: {text}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Forse è scritta in un altro modo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca «{suggestion}»</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/set_aside</name>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>senza effetto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritti da una versione più nuova del programma: varranno dopo l’aggiornamento</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritti male</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritti fuori posto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>di un portatile che la scuola non ha ancora ammesso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>di un portatile escluso, dopo l’esclusione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmati da chi la scuola non conosce ancora</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmati da chi non può scriverli</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>con una firma falsa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmati con una chiave ritirata, dopo il ritiro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>certificati che non sono di questa scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>esclusioni che non sono di questa scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>portatile {device}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/sign_in</name>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Chi sei?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tocca il tuo animale.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Torna agli animali</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>La parola della tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Scrivi la parola che leggi sulla tessera.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Questa parola non è di nessuno. Riguarda la tessera e riprova.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Usa la telecamera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono un ospite</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Li aggiunge la maestra. O arrivano da soli, con la linea.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>{name}, classe {grades}, {avatar}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono un’insegnante</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono il tecnico</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Ho la tessera</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>La tua tessera</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/stones</name>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ogni esercizio riuscito è un sasso. Il tuo ometto cresce con te.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Che cosa so fare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ci sto lavorando</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Il tuo ometto aspetta il primo sasso</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Apri una lezione e prova un esercizio: puoi sbagliare quanto vuoi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Vai a Oggi</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/stones.py" />
   <source>{count} sassi posati</source>
   <extracomment>uno: {count} sasso posato</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ancora {count} e questo ometto è intero.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Un ometto intero! Il prossimo sasso ne comincia un altro.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>{count} oggi</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/stones.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>{count} sassi</source>
   <extracomment>uno: {count} sasso</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>{laid} su {number}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/today</name>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>I tuoi compiti</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Nessun compito per oggi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Scegli una storia o una lezione. Sono in Biblioteca.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Il tuo ometto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Ogni esercizio è un sasso del tuo ometto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Ogni esercizio è un sasso del tuo ometto.{laid}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>{count} in tutto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dal {title} {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>L’ultima volta eri all’esercizio {place}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Riprendi da dove eri.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dati {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Una parola {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Una parola per te</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Oggi hai posato {count}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source> Oggi ne hai posati {today}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>da {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dalla {title} {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source> Oggi ne hai posato uno.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/stones_page.py" />
   <source>Continua</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>{done} di {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/stones_page.py" />
   <source>Rivedi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>continua da qui</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>comincia da qui</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/presenters/welcome</name>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Faccio le chiavi della scuola…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le ho scritte</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Entra in una scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Serve il tecnico, con il suo portatile: gli basta un minuto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>I due portatili sono sulla stessa rete. Il tecnico ti dice un indirizzo e sei cifre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/card_door.py" />
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Entra</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Senza rete: la chiavetta va dal tecnico con la richiesta e torna con la risposta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Sono le stesse: entra</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Indietro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome della scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Codice meccanografico, se lo sai</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: Scuola di Valdoro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: MCEE123456</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Parola d’ordine, almeno 12 caratteri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Ancora una volta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome di questo portatile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: Armadio 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Fonda la scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Il foglio della scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Un’ultima cosa. Se un giorno nessuno ricorda la parola d’ordine, queste lettere rimettono in piedi la scuola. Scrivile su un foglio e chiudilo in un cassetto: da qui non si potranno rileggere.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Passo {place} di {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Indirizzo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: 192.168.1.5:43210</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: 472 915</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>1. Metti la richiesta sulla chiavetta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>2. Leggi la risposta</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>La richiesta è sulla chiavetta. Il tecnico deve vedere queste sei cifre: {digits}. Poi torna qui e leggi la risposta.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le sei cifre della scuola sono {digits}. Il tecnico ha le stesse sul suo portatile?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le due parole d’ordine non sono uguali.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>La tua scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Il nome è quello che i bambini vedono in alto. Il codice puoi lasciarlo vuoto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Chi segue i computer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Questa parola d’ordine custodisce le chiavi della scuola: nessuno la può rifare. Scrivila su un foglio e chiudilo in un cassetto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Questo portatile</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Dagli un nome che si capisce guardando l’armadio: Armadio 1, Finestra…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Scrivila di nuovo, uguale nei due posti.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/region_line</name>
  <message>
   <location filename="../../../ui/region_line.py" />
   <source>Questo portatile non conosce l’indirizzo della regione.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/setting_up</name>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Manca {what}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Il codice meccanografico non è scritto bene.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Scrivilo e vai avanti: lo potrai cambiare più tardi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Sono dieci lettere e cifre, per esempio MCEE123456; se non lo sai, lascialo vuoto.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome della scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome di chi segue i computer</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome di questo portatile</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/stage</name>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Qui non c’è uno schermo, e la finestra non può aprirsi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Qui non c’è uno schermo.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Aprila da un computer con lo schermo; i comandi li elenca «scuola-digitale --help».</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/assign_page</name>
  <message>
   <location filename="../../../ui/widgets/assign_page.py" />
   <source>Lezione per la {label}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/assign_page.py" />
   <source>Esercizio {number}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/board_cells</name>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Vai da {name}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Classe {label}, {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Classe {label}: {words}. Vai da questa classe</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/board_page</name>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Cambia compito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Pausa</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Compito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Tutti in ora autonoma</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Ora diretta con la {label}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Comincia con la {label}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Passa alla {label}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/book_cards</name>
  <message>
   <location filename="../../../ui/widgets/book_cards.py" />
   <source>{minutes} · {laid} su {number}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/card_camera</name>
  <message>
   <location filename="../../../ui/widgets/card_camera.py" />
   <source>Qui non c’è una telecamera che funziona.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/card_camera.py" />
   <source>Telecamera: tieni la tessera davanti allo schermo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/card_camera.py" />
   <source>Scrivi la parola della tessera: va bene lo stesso.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/card</name>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>alla maestra</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Controlla</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Un aiuto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Chiedi {teacher}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Riprova a salvare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Aiuto {number}: {hint}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Consegna</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Un altro aiuto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Ho chiesto aiuto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Sto salvando…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Riprova</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/cloze</name>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>Spazio {number} di {total}: {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>Spazio {number} di {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>vuoto</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/feedback</name>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Ci sei quasi.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Non ancora.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Consegnata.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>I sassi di questa lezione sono {done} su {total}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Aiuto {number}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/matching</name>
  <message>
   <location filename="../../../ui/widgets/exercises/matching.py" />
   <source>, unito a {spoken}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/matching.py" />
   <source>, in mano</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/ordering</name>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>{item}, posto {place} di {total}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>Spazio per prenderlo, poi frecce su e giù</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>Sposta {which}: {what}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>in su</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>in giù</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/states</name>
  <message>
   <location filename="../../../ui/widgets/exercises/states.py" />
   <source>giusto!</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/states.py" />
   <source>non ancora</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/true_false</name>
  <message>
   <location filename="../../../ui/widgets/exercises/true_false.py" />
   <source>Vero</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/true_false.py" />
   <source>Falso</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/typing</name>
  <message>
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>Risposta, in {unit}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>scrivi qui</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/faces</name>
  <message>
   <location filename="../../../ui/widgets/faces.py" />
   <location filename="../../../ui/widgets/library_page.py" />
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Classe {label}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/bar</name>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori chiari</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori scuri</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Contrasto alto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Spazio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Riga</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Altro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Carattere: {reading_face}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Solo la lezione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Torna a {back}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>Indice della lezione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Testo più piccolo</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo più grande</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Spazio tra lettere e righe</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Riga che segue quello che leggi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Altri modi di leggere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Salva la lezione in un PDF da stampare</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Lettere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Righe</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/boxes</name>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Ricorda</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Esempio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Prova fuori</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Attenzione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Nota</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Citazione</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/code</name>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Copia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Copiato</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Codice in {language}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/equation</name>
  <message>
   <location filename="../../../ui/widgets/lesson/equation.py" />
   <source>Formula: {spoken}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/figure</name>
  <message>
   <location filename="../../../ui/widgets/lesson/figure.py" />
   <source>Questo disegno non si apre.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/figure.py" />
   <source>{missing} Mostrava: {alt}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/heading</name>
  <message>
   <location filename="../../../ui/widgets/lesson/heading.py" />
   <source>Titolo di livello {level}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/heading.py" />
   <source>Titolo della lezione</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/media</name>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Su questo computer i suoni e i filmati non si sentono ancora.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Questo file non si riesce ad aprire.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Ascolta: {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Velocità {said}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Punto dell’ascolto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Filmato: {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Velocità 1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>{now} di {whole}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>in ascolto</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/notes</name>
  <message>
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <source>Note della lezione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <source>Note</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/outline</name>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{count} su {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{count} sassi su {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>sei qui</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/page</name>
  <message>
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Apro la lezione…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Torna indietro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Fatto: «{name}», {pages}.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>{count} pagine</source>
   <extracomment>uno: {count} pagina</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/paper</name>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Salva la lezione in PDF</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Non riesco a scrivere «{name}».</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Scegli un’altra cartella, o libera un po’ di spazio.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/surroundings</name>
  <message>
   <location filename="../../../ui/widgets/lesson/surroundings.py" />
   <source>«{path}» non si trova.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/surroundings.py" />
   <source>Dillo al tecnico.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/table</name>
  <message>
   <location filename="../../../ui/widgets/lesson/table.py" />
   <source>Tabella di {number} righe e {number2} colonne</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/tools</name>
  <message>
   <location filename="../../../ui/widgets/lesson/tools.py" />
   <source>in uso</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/look_button</name>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Chiaro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Scuro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Alto contrasto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo normale</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo grande</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo doppio</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Aspetto</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Aspetto: colori e grandezza del testo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/marking_page</name>
  <message>
   <location filename="../../../ui/widgets/marking_page.py" />
   <location filename="../../../ui/widgets/pupil_panels.py" />
   <source>{name}, classe {label}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/marking_page.py" />
   <source>{name} trova qui la tua parola.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/note_tray</name>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Scegli le parole con il mouse. Poi tocca «Evidenzia».</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Sulle parole:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Evidenzia</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>L’appunto è nel quaderno.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Le parole sono nel quaderno.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Il segnalibro è nel quaderno.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/notice</name>
  <message>
   <location filename="../../../ui/widgets/notice.py" />
   <source>Chiudi l’avviso</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/packs_page</name>
  <message>
   <location filename="../../../ui/widgets/packs_page.py" />
   <source>Installo da «{name}»</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/people_page</name>
  <message>
   <location filename="../../../ui/widgets/people_page.py" />
   <source>classe {grades} · {avatar}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/picture_lock</name>
  <message>
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{count} su {how_many}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{done} di {total}</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{count} figure</source>
   <extracomment>uno: {count} figura</extracomment>
   <translation type="unfinished">
    <numerusform />
    <numerusform />
   </translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/pupil_panels</name>
  <message>
   <location filename="../../../ui/widgets/pupil_panels.py" />
   <source>Codice della tessera {word}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/rail</name>
  <message>
   <location filename="../../../ui/widgets/rail.py" />
   <source>Cambia persona</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/refusal</name>
  <message>
   <location filename="../../../ui/widgets/refusal.py" />
   <source>Così non posso aprire la scuola</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/review_page</name>
  <message>
   <location filename="../../../ui/widgets/review_page.py" />
   <source>Questa domanda non c’è più.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/review_page.py" />
   <source>Passa alla prossima.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/search_page</name>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Apri: {title}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Pacchetto</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/staff_door</name>
  <message>
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Ciao, {name}!</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Ciao!</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/stones</name>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>{done} sassi su {number}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>{which} per cento</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>Ometto di sassi: {laid} posati su {total}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/sync_page</name>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>La regione</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>Ultimo scambio riuscito</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>Che cosa aspetta</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/today</name>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>Guarda</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>Guarda i miei sassi</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>{begin} il ripasso: {amount}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ui/widgets/welcome</name>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Puoi provare il programma in una scuola inventata, a Valdoro; se segui i computer, qui fondi la tua scuola o fai entrare il portatile in una che c’è già.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Prova la scuola di Valdoro</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Fonda la tua scuola</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Preparo la scuola di prova: ci vogliono pochi secondi…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Benvenuti</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
