<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="it">
 <extra-nome>English</extra-nome>
 <extra-plurale>n != 1</extra-plurale>
 <context>
  <name>content/bundled</name>
  <message>
   <location filename="../../../content/bundled.py" />
   <source>Le lezioni «{name}» che arrivano con il programma sono rovinate.</source>
   <translation>The lessons “{name}” that come with the program are damaged.</translation>
  </message>
  <message>
   <location filename="../../../content/bundled.py" />
   <source>Installa di nuovo il programma.</source>
   <translation>Install the program again.</translation>
  </message>
 </context>
 <context>
  <name>content/disk</name>
  <message>
   <location filename="../../../content/disk.py" />
   <source> Servono circa {megabytes} MB liberi.</source>
   <translation> About {megabytes} MB free are needed.</translation>
  </message>
  <message>
   <location filename="../../../content/disk.py" />
   <source>Sul disco non c’è abbastanza posto.{room}</source>
   <translation>There is not enough room on the disk.{room}</translation>
  </message>
  <message>
   <location filename="../../../content/disk.py" />
   <source>Non riesco a leggere o a scrivere «{place}».</source>
   <translation>I cannot read or write “{place}”.</translation>
  </message>
  <message>
   <location filename="../../../content/disk.py" />
   <source>Togli un pacchetto che non serve, o chiama il tecnico. Poi riprova.</source>
   <translation>Remove a pack that is not needed, or call the technician. Then try again.</translation>
  </message>
  <message>
   <location filename="../../../content/disk.py" />
   <source>Controlla che il posto sia giusto e che tu possa scriverci; se è una chiavetta, che sia inserita bene.</source>
   <translation>Check that the place is right and that you may write there; if it is a stick, that it is plugged in well.</translation>
  </message>
 </context>
 <context>
  <name>content/library/errors</name>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Di «{title}» c’è già l’edizione {installed}, più nuova della {edition}.</source>
   <translation>Edition {installed} of “{title}” is already here, newer than edition {edition}.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>La lezione «{ref}» appartiene già al pacchetto «{other_title}».</source>
   <translation>The lesson “{ref}” already belongs to the pack “{other_title}”.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>«{title}» si presenta come un pacchetto della scuola, ma nessun insegnante l’ha offerto: non l’ho installato.</source>
   <translation>“{title}” claims to be a pack of the school, but no teacher has offered it: I have not installed it.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>L’installazione di «{title}» è stata fermata: la biblioteca è come prima.</source>
   <translation>The installation of “{title}” was stopped: the library is as before.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>La biblioteca è occupata: un altro programma sta installando o togliendo un pacchetto.</source>
   <translation>The library is busy: another program is installing or removing a pack.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>La biblioteca di questo computer è rovinata.</source>
   <translation>This computer’s library is damaged.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Il pacchetto «{pack_id}» non è installato.</source>
   <translation>The pack “{pack_id}” is not installed.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>La lezione «{ref}» non c’è su questo computer.</source>
   <translation>The lesson “{ref}” is not on this computer.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>La lezione «{title}» ha un errore e non si può aprire.</source>
   <translation>The lesson “{title}” has a mistake and cannot be opened.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Nel pacchetto «{pack_id}» manca «{path}».</source>
   <translation>“{path}” is missing from the pack “{pack_id}”.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Non posso scrivere nella cartella della biblioteca.</source>
   <translation>I cannot write in the library’s folder.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Tieni quella che c’è. Se vuoi proprio la vecchia, prima togli il pacchetto.</source>
   <translation>Keep the one that is here. If you really want the old one, remove the pack first.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Togli l’altro pacchetto, oppure chiedi all’autore di cambiare l’id della lezione.</source>
   <translation>Remove the other pack, or ask its author to change the lesson’s id.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Se l’hai scritto tu, offrilo alla scuola con: scuola-digitale pack offer CARTELLA.</source>
   <translation>If you wrote it, offer it to the school with: scuola-digitale pack offer FOLDER.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Puoi ripeterla quando vuoi.</source>
   <translation>You can do it again whenever you like.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Aspetta che finisca, poi riprova.</source>
   <translation>Wait until it has finished, then try again.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Chiama il tecnico: si toglie la cartella della biblioteca e si installano di nuovo i pacchetti. I progressi non si perdono, stanno altrove.</source>
   <translation>Call the technician: the library’s folder is removed and the packs are installed again. Progress is not lost, it lives elsewhere.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Guarda in Contenuti quali pacchetti ci sono.</source>
   <translation>See which packs there are under Content.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Dillo alla maestra: manca il suo pacchetto.</source>
   <translation>Tell your teacher: its pack is missing.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Dillo alla maestra: serve il pacchetto nuovo.</source>
   <translation>Tell your teacher: the new pack is needed.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Dillo alla maestra: il pacchetto va installato di nuovo.</source>
   <translation>Tell your teacher: the pack has to be installed again.</translation>
  </message>
  <message>
   <location filename="../../../content/library/errors.py" />
   <source>Chiama il tecnico: la cartella dei dati deve essere scrivibile da chi usa il programma.</source>
   <translation>Call the technician: whoever uses the program must be able to write in the data folder.</translation>
  </message>
 </context>
 <context>
  <name>content/library/quota</name>
  <message>
   <location filename="../../../content/library/quota.py" />
   <source>Togli {names}, oppure alza</source>
   <translation>Remove {names}, or raise</translation>
  </message>
  <message>
   <location filename="../../../content/library/quota.py" />
   <source>Alza</source>
   <translation>Raise</translation>
  </message>
  <message>
   <location filename="../../../content/library/quota.py" />
   <source>«{title}» supera di {max} MB lo spazio concesso alla biblioteca.</source>
   <translation>“{title}” goes {max} MB over the room granted to the library.</translation>
  </message>
  <message>
   <location filename="../../../content/library/quota.py" />
   <source>{room} il limite con: scuola-digitale pack limits --space MB.</source>
   <translation>{room} the limit with: scuola-digitale pack limits --space MB.</translation>
  </message>
 </context>
 <context>
  <name>content/packing/errors</name>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Il pacchetto «{pack_name}» è incompleto o rovinato.</source>
   <translation>The pack “{pack_name}” is incomplete or damaged.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Questa è la cartella dei sorgenti: prima costruisci il pacchetto con «pack build».</source>
   <translation>This is the folder of the sources: build the pack first with “pack build”.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Scegli la cartella che contiene il file manifest.json.</source>
   <translation>Choose the folder that holds the file manifest.json.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Nella cartella «{folder_name}» non c’è un pacchetto.</source>
   <translation>There is no pack in the folder “{folder_name}”.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Il pacchetto «{pack_name}» è fatto per un programma più nuovo di questo.</source>
   <translation>The pack “{pack_name}” is made for a newer program than this one.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Non riesco a leggere il pacchetto «{pack_name}».</source>
   <translation>I cannot read the pack “{pack_name}”.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>c’è un errore</source>
   <translation>there is one mistake</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>ci sono {mistakes} errori</source>
   <translation>there are {mistakes} mistakes</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>In «{folder_name}» {count} da correggere: il pacchetto non è stato costruito.</source>
   <translation>In “{folder_name}” {count} to correct: the pack was not built.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Copialo di nuovo da dove l’hai preso, oppure riprova quando c’è linea.</source>
   <translation>Copy it again from where you got it, or try again when there is a connection.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Aggiorna Scuola Digitale, poi riprova.</source>
   <translation>Update Scuola Digitale, then try again.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <location filename="../../../sync/packs/errors.py" />
   <source>Controlla che la chiavetta sia inserita bene, poi riprova.</source>
   <translation>Check that the stick is plugged in well, then try again.</translation>
  </message>
  <message>
   <location filename="../../../content/packing/errors.py" />
   <source>Con «scuola-digitale pack check {folder_name}» vedi che cosa correggere, riga per riga.</source>
   <translation>“scuola-digitale pack check {folder_name}” shows what to correct, line by line.</translation>
  </message>
 </context>
 <context>
  <name>content/search/indexer</name>
  <message>
   <location filename="../../../content/search/indexer.py" />
   <source>La ricerca non è ancora pronta: la preparazione si è interrotta. Riavvia il programma.</source>
   <translation>The search is not ready yet: making it ready was cut short. Start the program again.</translation>
  </message>
 </context>
 <context>
  <name>content/starting</name>
  <message>
   <location filename="../../../content/starting.py" />
   <source>La cartella «{folder}» non è vuota.</source>
   <translation>The folder “{folder}” is not empty.</translation>
  </message>
  <message>
   <location filename="../../../content/starting.py" />
   <source>In «{source}» non ci sono lezioni da leggere.</source>
   <translation>There are no lessons to read in “{source}”.</translation>
  </message>
  <message>
   <location filename="../../../content/starting.py" />
   <source>Scegli un’altra cartella, così non si sovrascrive niente.</source>
   <translation>Choose another folder, so that nothing is written over.</translation>
  </message>
  <message>
   <location filename="../../../content/starting.py" />
   <source>Indica la cartella che contiene i file .md.</source>
   <translation>Point to the folder that holds the .md files.</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/arithmetic</name>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>Il conto «{shown}» non si può fare: {reason}.</source>
   <translation>The sum “{shown}” cannot be done: {reason}.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>è troppo lungo</source>
   <translation>it is too long</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>c’è un segno o un nome che non si capisce</source>
   <translation>it holds a sign or a name that cannot be understood</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>non è scritto come un conto</source>
   <translation>it is not written as a sum</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>Usa numeri, i nomi delle variabili, + - * / **, le parentesi, min max abs round.</source>
   <translation>Use numbers, the names of the variables, + - * / **, brackets, min max abs round.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <location filename="../../../ui/presenters/calculator.py" />
   <source>si divide per zero</source>
   <translation>it divides by zero</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>il risultato è troppo grande</source>
   <translation>the result is too large</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>«{name}» non è una variabile numerica</source>
   <translation>“{name}” is not a number variable</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/arithmetic.py" />
   <source>l’esponente deve essere un intero piccolo</source>
   <translation>the exponent must be a small whole number</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/judging</name>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi il numero con le cifre: per esempio 12.</source>
   <translation>Write the number in figures: for example 12.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rileggi la domanda e riprova.</source>
   <translation>Not yet. Read the question again and try once more.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Giusto!</source>
   <translation>Right!</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Presto qualcuno la legge. La trovi qui e nel quaderno.</source>
   <translation>Somebody will read it soon. You find it here and in the notebook.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Ne manca ancora qualcuna.</source>
   <translation>Something is still missing.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Riguarda le altre.</source>
   <translation>Look at the others again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rifai il conto con calma e riprova.</source>
   <translation>Not yet. Do the sum again slowly and try once more.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi soltanto il numero, in {unit}: per esempio 12.</source>
   <translation>Write only the number, in {unit}: for example 12.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Le parole sono quelle. Controlla maiuscole, accenti e spazi.</source>
   <translation>The words are right. Check capitals, accents and spaces.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Ci sei quasi: controlla come si scrive.</source>
   <translation>Almost there: check the spelling.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>{good} su {total} è giusta.</source>
   <translation>{good} of {total} is right.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>{good} su {total} sono giuste.</source>
   <translation>{good} of {total} are right.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi la tua risposta, poi consegna.</source>
   <translation>Write your answer, then hand it in.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli una risposta, poi conferma.</source>
   <translation>Choose an answer, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non è questa. Rileggi con calma e riprova.</source>
   <translation>Not this one. Read again slowly and try once more.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli almeno una risposta, poi conferma.</source>
   <translation>Choose at least one answer, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scegli vero o falso per ogni frase.</source>
   <translation>Choose true or false for each sentence.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Scrivi la tua risposta, poi conferma.</source>
   <translation>Write your answer, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Riempi gli spazi vuoti, poi conferma.</source>
   <translation>Fill in the gaps, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Unisci le coppie, poi conferma.</source>
   <translation>Join the pairs, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Metti gli elementi in ordine, poi conferma.</source>
   <translation>Put the items in order, then confirm.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/judging.py" />
   <source>Non ancora. Rileggi e riprova.</source>
   <translation>Not yet. Read again and try once more.</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/school_terms</name>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/presenters/lesson.py" />
   <source>{grade} media</source>
   <translation>{grade} middle</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Scuola</source>
   <translation>School</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Cultura</source>
   <translation>Culture</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Formazione</source>
   <translation>Training</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tempo libero</source>
   <translation>Free time</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Italiano</source>
   <translation>Italian</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Matematica</source>
   <translation>Maths</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Scienze</source>
   <translation>Science</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Storia</source>
   <translation>History</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Geografia</source>
   <translation>Geography</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Inglese</source>
   <translation>English</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tecnologia</source>
   <translation>Technology</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Musica</source>
   <translation>Music</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Arte</source>
   <translation>Art</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Educazione civica</source>
   <translation>Citizenship</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Educazione fisica</source>
   <translation>Physical education</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Luoghi</source>
   <translation>Places</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Musei</source>
   <translation>Museums</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Teatro</source>
   <translation>Theatre</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Dialetto</source>
   <translation>Dialect</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Tradizioni</source>
   <translation>Traditions</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Natura</source>
   <translation>Nature</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Mestieri</source>
   <translation>Trades</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Sicurezza</source>
   <translation>Safety</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Digitale</source>
   <translation>Digital skills</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Passeggiate</source>
   <translation>Walks</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Giochi</source>
   <translation>Games</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Sport</source>
   <translation>Sport</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/school_terms.py" />
   <source>Cucina</source>
   <translation>Cooking</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/domain/variants</name>
  <message>
   <location filename="../../../scuola_digitale/domain/variants.py" />
   <source>non è una regola</source>
   <translation>it is not a rule</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/domain/variants.py" />
   <source>tra i due numeri non c’è niente</source>
   <translation>there is nothing between the two numbers</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/format/errors</name>
  <message>
   <location filename="../../../scuola_digitale/format/errors.py" />
   <source>Sono arrivati dei dati rovinati, e non li ho presi.</source>
   <translation>Damaged data arrived, and I did not take it.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/format/errors.py" />
   <source>Il certificato di un computer o di una persona non è di questa scuola.</source>
   <translation>The certificate of a computer or a person is not of this school.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/format/errors.py" />
   <source>Questo computer non ha la chiave per leggere un dato protetto.</source>
   <translation>This computer does not have the key to read something protected.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/format/errors.py" />
   <source>Non devi fare nulla: li chiedo di nuovo alla prossima sincronizzazione.</source>
   <translation>You need do nothing: I ask for it again at the next exchange.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/format/errors.py" />
   <source>Chiedi a chi cura i computer della scuola di accoglierlo di nuovo.</source>
   <translation>Ask whoever looks after the school’s computers to let it in again.</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/storage/errors</name>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Il portatile è pieno: non ho potuto salvare.</source>
   <translation>The laptop is full: I could not save.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>La memoria della scuola ({name}) è rovinata o non è di questo programma.</source>
   <translation>The school’s memory ({name}) is damaged or does not belong to this program.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Su questo portatile non riesco a salvare.</source>
   <translation>I cannot save on this laptop.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>La memoria della scuola è di una versione più nuova del programma.</source>
   <translation>The school’s memory is of a newer version of the program.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Nella cartella «{name}» non c’è ancora una scuola.</source>
   <translation>There is no school yet in the folder “{name}”.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>La parola d’ordine non è quella giusta.</source>
   <translation>That is not the right password.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>I giorni per cui questa persona era stata ammessa sono finiti.</source>
   <translation>The days for which this person was let in are over.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Queste non sono le lettere del foglio della scuola.</source>
   <translation>These are not the letters on the school’s sheet.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Non puoi escludere te stesso.</source>
   <translation>You cannot shut yourself out.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo è il portatile che stai usando: non può essere perso.</source>
   <translation>This is the laptop you are using: it cannot be lost.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo lo può fare solo chi segue i computer della scuola.</source>
   <translation>Only whoever looks after the school’s computers can do this.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>La parola d’ordine è troppo corta: servono almeno {least} caratteri.</source>
   <translation>The password is too short: it needs at least {least} characters.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo portatile fa già parte di una scuola.</source>
   <translation>This laptop already belongs to a school.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Su questo computer non ci sono le chiavi di questa persona.</source>
   <translation>This computer does not have this person’s keys.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>La memoria è occupata: un altro programma la usa.</source>
   <translation>The memory is busy: another program is using it.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>È troppo lungo: così non lo salvo.</source>
   <translation>It is too long: I cannot save it like this.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Di questa persona qui non c’è niente.</source>
   <translation>There is nothing about this person here.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo bambino qui è stato cancellato per sempre.</source>
   <translation>This child was erased here for good.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo bambino è già stato accolto qui.</source>
   <translation>This child was already welcomed here.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Questo passaggio non si apre: il codice è sbagliato, o il file è rovinato.</source>
   <translation>This transfer does not open: the code is wrong, or the file is damaged.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Quello che hai scritto è ancora qui. Chiama la maestra o il tecnico: va fatto posto.</source>
   <translation>What you wrote is still here. Call your teacher or the technician: room has to be made.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Chiedi a chi cura i computer di rimettere l’ultima copia: scuola-digitale doctor --restore</source>
   <translation>Ask whoever looks after the computers to bring back the last copy: scuola-digitale doctor --restore</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Chiama la maestra. Il tecnico guarda il disco e la cartella dei dati.</source>
   <translation>Call your teacher. The technician looks at the disk and the data folder.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Aggiorna Scuola Digitale su questo computer.</source>
   <translation>Update Scuola Digitale on this computer.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Prova la scuola di esempio con «scuola-digitale demo», o chiedi a chi cura i computer.</source>
   <translation>Try the example school with “scuola-digitale demo”, or ask whoever looks after the computers.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Riprova con calma; se non la ricordi, chiedi a chi cura i computer della scuola.</source>
   <translation>Try again calmly; if you do not remember it, ask whoever looks after the school’s computers.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Se lavora ancora qui, chiedi a chi cura i computer di ammetterla di nuovo.</source>
   <translation>If they still work here, ask whoever looks after the computers to let them in again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Ricopiale con calma: sono ventisei, a gruppi di quattro; vale solo l’ultimo foglio fatto.</source>
   <translation>Copy them slowly: there are twenty-six, in groups of four; only the last sheet made counts.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Fai entrare prima un altro tecnico: poi ti esclude lui.</source>
   <translation>Let another technician in first: they can then shut you out.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Controlla la sigla; per toglierlo dalla scuola fallo da un altro portatile.</source>
   <translation>Check the short name; to take it out of the school, do so from another laptop.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Chiedi al tecnico di entrare con la sua parola d’ordine.</source>
   <translation>Ask the technician to come in with their password.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Tre o quattro parole a caso, con uno spazio in mezzo, sono lunghe e facili da ricordare.</source>
   <translation>Three or four random words with spaces between them are long and easy to remember.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Se deve cambiare scuola, usa un’altra cartella dei dati o un altro account del computer.</source>
   <translation>If it must change school, use another data folder or another account of the computer.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Usa il computer di sempre, o chiedi a chi cura i computer della scuola.</source>
   <translation>Use the usual computer, or ask whoever looks after the school’s computers.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Aspetta un momento e riprova.</source>
   <translation>Wait a moment and try again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Fallo più corto, o fanne due, e riprova.</source>
   <translation>Make it shorter, or make two of it, and try again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Se è stata cancellata, non resta nulla da consegnare. Altrimenti sincronizza e riprova.</source>
   <translation>If they were erased, nothing is left to hand over. Otherwise exchange and try again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Se torna a scuola, aggiungilo come nuovo: quello che aveva fatto non si può riprendere.</source>
   <translation>If they come back to school, add them as new: what they had done cannot be taken up again.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Cercalo nell’elenco: c’è già tutto quello che aveva fatto.</source>
   <translation>Look for them in the list: all they had done is already there.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/errors.py" />
   <source>Ricopia il codice con calma. Se non va, chiedi alla scuola di prima di prepararlo di nuovo.</source>
   <translation>Copy the code again slowly. If it does not work, ask the school before to prepare it once more.</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/storage/joining</name>
  <message>
   <location filename="../../../scuola_digitale/storage/joining.py" />
   <source>Questo file di ingresso è rovinato, o è per un altro portatile.</source>
   <translation>This joining file is damaged, or is for another laptop.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/joining.py" />
   <source>Ricomincia dal portatile nuovo: prepara di nuovo la richiesta e portala al tecnico.</source>
   <translation>Start again from the new laptop: prepare the request once more and take it to the technician.</translation>
  </message>
 </context>
 <context>
  <name>scuola_digitale/storage/restoring</name>
  <message>
   <location filename="../../../scuola_digitale/storage/restoring.py" />
   <source>Il programma è aperto su questo portatile.</source>
   <translation>The program is open on this laptop.</translation>
  </message>
  <message>
   <location filename="../../../scuola_digitale/storage/restoring.py" />
   <source>Chiudi la finestra e riprova.</source>
   <translation>Close the window and try again.</translation>
  </message>
 </context>
 <context>
  <name>sync/admission</name>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>La richiesta è già stata fatta una volta.</source>
   <translation>The request was already made once.</translation>
  </message>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>Questo computer non è tra quelli della scuola.</source>
   <translation>This computer is not one of the school’s.</translation>
  </message>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>Questo computer ha chiesto i dati di un plesso che non è il suo.</source>
   <translation>This computer asked for the data of a site that is not its own.</translation>
  </message>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>Non serve fare nulla: il programma riprova da solo.</source>
   <translation>You need do nothing: the program tries again by itself.</translation>
  </message>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>Chi segue i computer deve ammetterlo nella scuola.</source>
   <translation>Whoever looks after the computers must let it into the school.</translation>
  </message>
  <message>
   <location filename="../../../sync/admission.py" />
   <source>Chi segue i computer deve ammetterlo anche in quel plesso.</source>
   <translation>Whoever looks after the computers has to admit it to that site too.</translation>
  </message>
 </context>
 <context>
  <name>sync/errors</name>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>È arrivato un messaggio che non si capisce.</source>
   <translation>A message arrived that cannot be understood.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La linea non c’è o è caduta.</source>
   <translation>There is no connection, or it dropped.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La linea è ferma: da un po’ non passa più nulla.</source>
   <translation>The connection is stuck: nothing has come through for a while.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>All’indirizzo «{region_url}» non risponde nessun server della regione.</source>
   <translation>No server of the region answers at “{region_url}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>«{region_url}» non è un indirizzo valido.</source>
   <translation>“{region_url}” is not a valid address.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Al posto della regione risponde qualcos’altro.</source>
   <translation>Something else answers in the region’s place.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La rete mostra un certificato che questo computer non conosce.</source>
   <translation>The network shows a certificate that this computer does not know.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Il proxy della rete non lascia passare la sincronizzazione.</source>
   <translation>The network's proxy does not let the exchange through.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Il server della regione ha un guasto.</source>
   <translation>The region’s server is out of order.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Il server della regione ha troppo da fare in questo momento.</source>
   <translation>The region’s server has too much to do right now.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La regione non conosce ancora questa scuola.</source>
   <translation>The region does not know this school yet.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La regione non riconosce questo computer come uno della scuola.</source>
   <translation>The region does not recognise this computer as one of the school’s.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Questo computer e la regione non riescono a mettersi d’accordo su una parte dei dati.</source>
   <translation>This computer and the region cannot agree on part of the data.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>La data di questo computer e quella del server non vanno d’accordo.</source>
   <translation>The date of this computer and that of the server do not agree.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Nel file «{file}» non c’è un certificato che si possa leggere.</source>
   <translation>There is no readable certificate in the file “{file}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Riprova più tardi: quello che avevi fatto è al sicuro su questo computer.</source>
   <translation>Try again later: what you did is safe on this computer.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Non serve fare nulla: il lavoro è salvato qui e parte da solo quando la linea torna.</source>
   <translation>You need do nothing: the work is saved here and leaves by itself when the connection is back.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Non serve fare nulla: il programma riprova da solo, da dove era arrivato.</source>
   <translation>You need do nothing: the program tries again by itself, from where it had got to.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Controlla l’indirizzo con chi segue i computer; se è giusto, riprova più tardi.</source>
   <translation>Check the address with whoever looks after the computers; if it is right, try again later.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Scrivilo per intero, per esempio https://scuola.regione.example.</source>
   <translation>Write it in full, for example https://scuola.regione.example.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Se la rete chiede un accesso, apri il browser ed entra; poi riprova.</source>
   <translation>If the network asks you to sign in, open the browser and do so; then try again.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Se la rete chiede un accesso, apri il browser ed entra. Se ha una sua autorità, chiedi il file a chi la gestisce e indicalo con «scuola-digitale line --authority».</source>
   <translation>If the network asks you to sign in, open the browser and do so. If it has an authority of its own, ask whoever runs it for the file and name it with «scuola-digitale line --authority».</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Guarda il proxy nelle impostazioni di rete del computer, o chiedi a chi cura la rete.</source>
   <translation>Look at the proxy in the computer’s network settings, or ask whoever looks after the network.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Non serve fare nulla: il programma riprova da solo. Se dura giorni, avvisa la regione.</source>
   <translation>You need do nothing: the program tries again by itself. If it lasts for days, tell the region.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Non serve fare nulla: il programma riprova da solo tra poco.</source>
   <translation>You need do nothing: the program tries again by itself shortly.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Chiedi alla regione di registrarla, poi riprova.</source>
   <translation>Ask the region to register it, then try again.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Chi segue i computer deve ammetterlo di nuovo nella scuola.</source>
   <translation>Whoever looks after the computers must let it into the school again.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Il resto è passato. Avvisa chi segue i computer: il programma continua a riprovare.</source>
   <translation>The rest went through. Tell whoever looks after the computers: the program keeps trying.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Controlla giorno e ora del computer; se sono giusti, avvisa la regione.</source>
   <translation>Check the computer’s day and time; if they are right, tell the region.</translation>
  </message>
  <message>
   <location filename="../../../sync/errors.py" />
   <source>Chiedi il file giusto (PEM) a chi gestisce la rete.</source>
   <translation>Ask whoever runs the network for the right file (PEM).</translation>
  </message>
 </context>
 <context>
  <name>sync/hub/errors</name>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Al posto del portatile che raccoglie risponde qualcuno che non è della scuola.</source>
   <translation>Someone who is not of the school answers in place of the collecting laptop.</translation>
  </message>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Il portatile che raccoglie non risponde.</source>
   <translation>The collecting laptop does not answer.</translation>
  </message>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Il portatile che raccoglie è di un altro plesso della scuola.</source>
   <translation>The laptop that collects belongs to another site of the school.</translation>
  </message>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Non è partito nulla. Controlla l’indirizzo con chi segue i computer.</source>
   <translation>Nothing was sent. Check the address with whoever looks after the computers.</translation>
  </message>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Accendilo, oppure controlla che siate sulla stessa rete.</source>
   <translation>Switch it on, or check that you are on the same network.</translation>
  </message>
  <message>
   <location filename="../../../sync/hub/errors.py" />
   <source>Non è partito nulla. Usa un portatile di questo plesso, oppure la chiavetta.</source>
   <translation>Nothing was sent. Use a laptop of this site, or the stick.</translation>
  </message>
 </context>
 <context>
  <name>sync/joining_line</name>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>All’indirizzo «{address}» non risponde il portatile del tecnico.</source>
   <translation>The technician’s laptop does not answer at “{address}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>Il collegamento tra i due portatili è caduto.</source>
   <translation>The link between the two laptops dropped.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>Non si è presentato nessun portatile.</source>
   <translation>No laptop came forward.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>Controlla che i due portatili siano sulla stessa rete e che l’indirizzo sia scritto bene.</source>
   <translation>Check that both laptops are on the same network and that the address is written correctly.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>Avvicinali alla rete e riprova con un codice nuovo: non si è perso niente.</source>
   <translation>Bring them closer to the network and try again with a new code: nothing was lost.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_line.py" />
   <source>Quando il portatile nuovo è pronto, chiedi qui un altro codice.</source>
   <translation>When the new laptop is ready, ask here for another code.</translation>
  </message>
 </context>
 <context>
  <name>sync/joining_stick</name>
  <message>
   <location filename="../../../sync/joining_stick.py" />
   <source>Non riesco a scrivere su «{stick}».</source>
   <translation>I cannot write on “{stick}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_stick.py" />
   <source>Sulla chiavetta non c’è ancora la risposta per questo portatile.</source>
   <translation>The answer for this laptop is not on the stick yet.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_stick.py" />
   <source>Controlla che la chiavetta sia inserita, non sia piena e non sia bloccata, poi riprova.</source>
   <translation>Check that the stick is plugged in, not full and not locked, then try again.</translation>
  </message>
  <message>
   <location filename="../../../sync/joining_stick.py" />
   <source>Porta la chiavetta al portatile del tecnico, che la legge e ci mette la risposta.</source>
   <translation>Take the stick to the technician’s laptop, which reads it and puts the answer on it.</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/errors</name>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Da {place} manca una parte del pacchetto.</source>
   <translation>Part of the pack is missing from {place}.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Non riesco a leggere da {place}.</source>
   <translation>I cannot read from {place}.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Questo portatile non conosce ancora le firme della regione.</source>
   <translation>This laptop does not know the region’s signatures yet.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Questo non è il file delle firme di una regione.</source>
   <translation>This is not a file of a region’s signatures.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Questo portatile si fida già delle firme di un’altra regione.</source>
   <translation>This laptop already trusts another region’s signatures.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Le firme della regione sono scadute: per ora non installo nulla di nuovo. Le lezioni già installate funzionano come sempre.</source>
   <translation>The region’s signatures have expired: for now I install nothing new. The installed lessons work as always.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Quello che arriva da {place} non ha le firme giuste: non ho installato nulla.</source>
   <translation>What comes from {place} does not have the right signatures: I installed nothing.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>La regione non offre il pacchetto «{pack_id}» a questa scuola.</source>
   <translation>The region does not offer the pack “{pack_id}” to this school.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Il pacchetto «{title}» arriva rovinato: non ho installato nulla.</source>
   <translation>The pack “{title}” arrives damaged: I installed nothing.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Mi sono fermato: quello che è arrivato resta qui.</source>
   <translation>I stopped: what has arrived stays here.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Per oggi i dati da scaricare sono finiti: quello che è arrivato resta qui.</source>
   <translation>Today’s allowance of downloads is used up: what has arrived stays here.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Si scarica solo dalle {start} alle {end}: quello che è arrivato resta qui.</source>
   <translation>Downloads run only from {start} to {end}: what has arrived stays here.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Non so da dove prendere i pacchetti.</source>
   <translation>I do not know where to get the packs from.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>È un pacchetto costruito a mano: si installa con scuola-digitale pack install.</source>
   <translation>It is a pack built by hand: install it with scuola-digitale pack install.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Scegli la chiavetta, o la cartella «scuola-digitale» copiata da lì.</source>
   <translation>Choose the stick, or the folder “scuola-digitale” copied from it.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>In «{folder}» non ci sono pacchetti della regione.</source>
   <translation>There are no packs of the region in “{folder}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>«{title}» dice di essere di «{publisher}», ma non ha le firme della regione: non l’ho installato.</source>
   <translation>“{title}” says it is by “{publisher}”, but it does not have the region’s signatures: I did not install it.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Riprova più tardi, oppure prendi il pacchetto da un’altra parte.</source>
   <translation>Try again later, or get the pack from somewhere else.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Chi segue i computer le aggiunge una volta con: scuola-digitale pack trust FILE.</source>
   <translation>Whoever looks after the computers adds them once with: scuola-digitale pack trust FILE.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Chiedi alla regione il file «1.root.json» e riprova con quello.</source>
   <translation>Ask the region for the file “1.root.json” and try again with it.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Se la scuola ha cambiato regione, aggiungi --replace al comando.</source>
   <translation>If the school has changed region, add --replace to the command.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Collegati alla linea, o usa una chiavetta più recente. Controlla anche data e ora del computer.</source>
   <translation>Connect, or use a more recent stick. Check the computer’s date and time too.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Riprova da un’altra parte; se succede ancora, avvisa la regione.</source>
   <translation>Try again from somewhere else; if it happens again, tell the region.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Guarda quali ci sono con: scuola-digitale pack check-updates.</source>
   <translation>See which there are with: scuola-digitale pack check-updates.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Riprova più tardi o da un’altra parte; se succede ancora, avvisa la regione.</source>
   <translation>Try again later or from somewhere else; if it happens again, tell the region.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Quando vuoi riprendi, e si va avanti da questo punto.</source>
   <translation>Resume when you like, and it goes on from this point.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Domani si va avanti da questo punto. Il limite si cambia con: scuola-digitale pack limits.</source>
   <translation>Tomorrow it goes on from this point. Change the limit with: scuola-digitale pack limits.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>A quell’ora si va avanti. L’orario si cambia con: scuola-digitale pack limits.</source>
   <translation>It goes on at that hour. Change the hours with: scuola-digitale pack limits.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Collega la regione con: scuola-digitale sync --region https://… oppure usa una chiavetta.</source>
   <translation>Connect the region with: scuola-digitale sync --region https://… or use a memory stick.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/errors.py" />
   <source>Prendilo dalla linea o da una chiavetta fatta con «Prepara una chiavetta». Se l’hai scritto tu, in pacchetto.yml metti un altro editore.</source>
   <translation>Get it over the connection or from a stick made with “Prepare a stick”. If you wrote it yourself, put another publisher into pacchetto.yml.</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/getting</name>
  <message>
   <location filename="../../../sync/packs/getting.py" />
   <source>il catalogo</source>
   <translation>the catalogue</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/held_place</name>
  <message>
   <location filename="../../../sync/packs/held_place.py" />
   <source>questo portatile</source>
   <translation>this laptop</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/http_place</name>
  <message>
   <location filename="../../../sync/packs/http_place.py" />
   <source>la regione</source>
   <translation>the region</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/places</name>
  <message>
   <location filename="../../../sync/packs/places.py" />
   <source>la cartella</source>
   <translation>the folder</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/school/errors</name>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Lo spazio che la regione tiene per le lezioni di questa scuola è finito.</source>
   <translation>The room that the region keeps for this school’s lessons is used up.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Questa regione non tiene ancora le lezioni delle scuole.</source>
   <translation>This region does not keep schools’ own lessons yet.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>«{title}» è chiuso con una chiave della scuola che questo portatile non ha ancora.</source>
   <translation>“{title}” is sealed with a key of the school that this laptop does not have yet.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Le lezioni «{title}» arrivano rovinate, o non sono quelle offerte: non ho installato nulla.</source>
   <translation>The lessons “{title}” arrive damaged, or are not those that were offered: I have installed nothing.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>«{title}» è troppo grande per le lezioni della scuola: al più {megabytes} MB.</source>
   <translation>“{title}” is too large for the school’s lessons: at most {megabytes} MB.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Un collega offre già un pacchetto che si chiama «{name}»: «{title}».</source>
   <translation>A colleague already offers a pack called “{name}”: “{title}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Tra le lezioni della scuola non c’è nessun pacchetto «{name}».</source>
   <translation>Among the school’s lessons there is no pack “{name}”.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>«{title}» è di un collega: non puoi ritirarlo tu.</source>
   <translation>“{title}” is a colleague’s: you cannot withdraw it.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Ritira un pacchetto che non serve più. Intanto le lezioni passano dalla rete della scuola e con la chiavetta.</source>
   <translation>Withdraw a pack that is no longer needed. Meanwhile the lessons travel over the school’s network and on a stick.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Non serve fare nulla: passano dalla rete della scuola e con la chiavetta.</source>
   <translation>Nothing to do: they travel over the school’s network and on a stick.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Sincronizza il portatile con la scuola, poi riprova.</source>
   <translation>Sync the laptop with the school, then try again.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Riprova più tardi o da un’altra parte; se succede ancora, chi le ha scritte le offra di nuovo.</source>
   <translation>Try again later or from elsewhere; if it happens again, whoever wrote them should offer them again.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Togli o rimpicciolisci i filmati, oppure dividi le lezioni in due pacchetti.</source>
   <translation>Remove the films or make them smaller, or divide the lessons into two packs.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>In pacchetto.yml dai un altro id al tuo, poi riprova.</source>
   <translation>Give yours another id in pacchetto.yml, then try again.</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Guarda quali ci sono con: scuola-digitale pack offers</source>
   <translation>See which there are with: scuola-digitale pack offers</translation>
  </message>
  <message>
   <location filename="../../../sync/packs/school/errors.py" />
   <source>Chiedilo a chi l’ha scritto, oppure a chi segue i computer.</source>
   <translation>Ask whoever wrote it, or whoever looks after the computers.</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/sticks</name>
  <message>
   <location filename="../../../sync/packs/sticks.py" />
   <source>la chiavetta</source>
   <translation>the stick</translation>
  </message>
 </context>
 <context>
  <name>sync/packs/trust</name>
  <message>
   <location filename="../../../sync/packs/trust.py" />
   <source>chi ha i pacchetti</source>
   <translation>whoever has the packs</translation>
  </message>
 </context>
 <context>
  <name>sync/registration</name>
  <message>
   <location filename="../../../sync/registration.py" />
   <source>La regione non accetta questo codice.</source>
   <translation>The region does not accept this code.</translation>
  </message>
  <message>
   <location filename="../../../sync/registration.py" />
   <source>Vale tre giorni e una volta sola: controlla di averlo scritto bene, o chiedine uno nuovo.</source>
   <translation>It is good for three days and once only: check that you wrote it correctly, or ask for a new one.</translation>
  </message>
 </context>
 <context>
  <name>sync/spoken_code</name>
  <message>
   <location filename="../../../sync/spoken_code.py" />
   <source>Il codice non è quello giusto.</source>
   <translation>That is not the right code.</translation>
  </message>
  <message>
   <location filename="../../../sync/spoken_code.py" />
   <source>Per sicurezza ogni codice vale una volta sola: fatti dare un codice nuovo e riprova.</source>
   <translation>For safety each code works once only: ask for a new code and try again.</translation>
  </message>
 </context>
 <context>
  <name>sync/stick</name>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>La chiavetta «{folder}» non c’è, o è stata tolta a metà.</source>
   <translation>The stick “{folder}” is not there, or was pulled out half-way.</translation>
  </message>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>Sulla chiavetta non c’è più posto.</source>
   <translation>There is no room left on the stick.</translation>
  </message>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>Sulla chiavetta «{folder}» non si può scrivere.</source>
   <translation>The stick “{folder}” cannot be written.</translation>
  </message>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>Rimettila e riprova: sulla chiavetta e qui non si è perso nulla.</source>
   <translation>Put it back and try again: nothing was lost, neither on the stick nor here.</translation>
  </message>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>Libera qualche megabyte e riprova: quello che c’era sopra è rimasto.</source>
   <translation>Free a few megabytes and try again: what was on it is still there.</translation>
  </message>
  <message>
   <location filename="../../../sync/stick.py" />
   <source>Guarda se ha una levetta di blocco, oppure usane un’altra.</source>
   <translation>See whether it has a lock switch, or use another one.</translation>
  </message>
 </context>
 <context>
  <name>ui/background</name>
  <message>
   <location filename="../../../ui/background.py" />
   <source>Qualcosa non ha funzionato, e non per colpa tua.</source>
   <translation>Something did not work, and it is not your fault.</translation>
  </message>
  <message>
   <location filename="../../../ui/background.py" />
   <source>Quello che hai fatto finora è salvo. Riprova; se succede ancora, dillo al tecnico.</source>
   <translation>What you have done so far is safe. Try again; if it happens again, tell the technician.</translation>
  </message>
 </context>
 <context>
  <name>ui/caretaking</name>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <location filename="../../../ui/people_keeping.py" />
   <source>il nome</source>
   <translation>the name</translation>
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>l’indirizzo della regione</source>
   <translation>the region’s address</translation>
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>il nome del portatile</source>
   <translation>the laptop’s name</translation>
  </message>
  <message>
   <location filename="../../../ui/caretaking.py" />
   <source>il nome della classe</source>
   <translation>the class’s name</translation>
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
   <translation>
    <numerusform>{count} pack</numerusform>
    <numerusform>{count} packs</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/commands/carrying.py" />
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/own_lessons.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/presenters/places_map.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>{count} lezioni</source>
   <extracomment>uno: {count} lezione</extracomment>
   <translation>
    <numerusform>{count} lesson</numerusform>
    <numerusform>{count} lessons</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/commands/getting</name>
  <message numerus="yes">
   <location filename="../../../ui/commands/getting.py" />
   <source>{count} cadute</source>
   <extracomment>uno: {count} caduta</extracomment>
   <translation>
    <numerusform>{count} drop</numerusform>
    <numerusform>{count} drops</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/commands/getting.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{count} file ripresi</source>
   <extracomment>uno: {count} file ripreso</extracomment>
   <translation>
    <numerusform>{count} file fetched</numerusform>
    <numerusform>{count} files fetched</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/demo/day</name>
  <message>
   <location filename="../../../ui/demo/day.py" />
   <location filename="../../../ui/demo/exercise_states.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Riprova</source>
   <translation>Try again</translation>
  </message>
 </context>
 <context>
  <name>ui/demo/exercise_states</name>
  <message>
   <location filename="../../../ui/demo/exercise_states.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Un aiuto</source>
   <translation>A hint</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/exercise_states.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Un altro aiuto</source>
   <translation>Another hint</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/exercise_states.py" />
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Controlla</source>
   <translation>Check</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/exercise_states.py" />
   <location filename="../../../ui/presenters/review.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Avanti</source>
   <translation>Next</translation>
  </message>
 </context>
 <context>
  <name>ui/demo/hands</name>
  <message>
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Consegna</source>
   <translation>Hand in</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/true_false.py" />
   <source>Vero</source>
   <translation>True</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/true_false.py" />
   <source>Falso</source>
   <translation>False</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>Sposta {which}: {what}</source>
   <translation>Move {which}: {what}</translation>
  </message>
  <message>
   <location filename="../../../ui/demo/hands.py" />
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>in su</source>
   <translation>up</translation>
  </message>
 </context>
 <context>
  <name>ui/demo/other_desks</name>
  <message>
   <location filename="../../../ui/demo/other_desks.py" />
   <source>La regione non risponde.</source>
   <translation>The region does not answer.</translation>
  </message>
 </context>
 <context>
  <name>ui/demo/valdoro</name>
  <message>
   <location filename="../../../ui/demo/valdoro.py" />
   <source>Scuola di prova: la parola d’ordine è «{password}».
Irene tocca luna, stella e monte.
La tessera di Tommaso è «volpe-faggio-42».</source>
   <translation>Practice school: the password is “{password}”.
Irene touches moon, star and mountain.
Tommaso’s card is “volpe-faggio-42”.</translation>
  </message>
 </context>
 <context>
  <name>ui/dossier/deeds</name>
  <message numerus="yes">
   <location filename="../../../ui/dossier/deeds.py" />
   <source>{count} volte</source>
   <extracomment>uno: {count} volta</extracomment>
   <translation>
    <numerusform>{count} time</numerusform>
    <numerusform>{count} times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/dossier/deeds.py" />
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>{count} aiuti</source>
   <extracomment>uno: {count} aiuto</extracomment>
   <translation>
    <numerusform>{count} hint</numerusform>
    <numerusform>{count} hints</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/dossier/deeds.py" />
   <source>{count} secondi</source>
   <extracomment>uno: {count} secondo</extracomment>
   <translation>
    <numerusform>{count} second</numerusform>
    <numerusform>{count} seconds</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/dossier/page</name>
  <message numerus="yes">
   <location filename="../../../ui/dossier/page.py" />
   <source>{count} cose scritte</source>
   <extracomment>uno: {count} cosa scritta</extracomment>
   <translation>
    <numerusform>{count} thing written</numerusform>
    <numerusform>{count} things written</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/dossier/page.py" />
   <source>{count} cose sono conservate ma non contano</source>
   <extracomment>uno: {count} cosa è conservata ma non conta</extracomment>
   <translation>
    <numerusform>{count} thing is kept but does not count</numerusform>
    <numerusform>{count} things are kept but do not count</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/dossier/page.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>{count} cose</source>
   <extracomment>uno: {count} cosa</extracomment>
   <translation>
    <numerusform>{count} thing</numerusform>
    <numerusform>{count} things</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/dossier/page.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{count} cose sono sigillate</source>
   <extracomment>uno: {count} cosa è sigillata</extracomment>
   <translation>
    <numerusform>{count} thing is sealed</numerusform>
    <numerusform>{count} things are sealed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/home</name>
  <message>
   <location filename="../../../ui/home.py" />
   <source>Non riesco a scrivere nella cartella dei dati «{folder}».</source>
   <translation>I cannot write in the data folder “{folder}”.</translation>
  </message>
  <message>
   <location filename="../../../ui/home.py" />
   <source>Guarda chi può scrivere nella cartella, o scegline un’altra con SCUOLA_DIGITALE_HOME.</source>
   <translation>See who may write in the folder, or choose another one with SCUOLA_DIGITALE_HOME.</translation>
  </message>
 </context>
 <context>
  <name>ui/languages</name>
  <message>
   <location filename="../../../ui/languages.py" />
   <source>Non conosco la lingua «{code}».</source>
   <translation>I do not know the language “{code}”.</translation>
  </message>
  <message>
   <location filename="../../../ui/languages.py" />
   <source>Scegline una di queste: {known}.</source>
   <translation>Choose one of these: {known}.</translation>
  </message>
 </context>
 <context>
  <name>ui/laptop</name>
  <message>
   <location filename="../../../ui/laptop.py" />
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Questo portatile non fa ancora parte di una scuola.</source>
   <translation>This laptop does not belong to a school yet.</translation>
  </message>
  <message>
   <location filename="../../../ui/laptop.py" />
   <source>Per provare il programma scrivi: scuola-digitale demo</source>
   <translation>To try the program write: scuola-digitale demo</translation>
  </message>
 </context>
 <context>
  <name>ui/one_window</name>
  <message>
   <location filename="../../../ui/one_window.py" />
   <source>Scuola Digitale è già aperta.</source>
   <translation>Scuola Digitale is already open.</translation>
  </message>
  <message>
   <location filename="../../../ui/one_window.py" />
   <source>La sua finestra viene davanti: chiudi questa e vai avanti lì.</source>
   <translation>Its window comes to the front: close this one and go on there.</translation>
  </message>
 </context>
 <context>
  <name>ui/pack_line</name>
  <message>
   <location filename="../../../ui/pack_line.py" />
   <source>la copia della regione</source>
   <translation>the region’s copy</translation>
  </message>
 </context>
 <context>
  <name>ui/passages</name>
  <message>
   <location filename="../../../ui/passages.py" />
   <source>Qui c’è più di un passaggio.</source>
   <translation>There is more than one transfer here.</translation>
  </message>
  <message>
   <location filename="../../../ui/passages.py" />
   <source>Qui non c’è nessun passaggio.</source>
   <translation>There is no transfer here.</translation>
  </message>
  <message>
   <location filename="../../../ui/passages.py" />
   <source>Scegli il file che comincia con «passaggio-», quello che la scuola di prima ti ha dato.</source>
   <translation>Choose the file that begins with “passaggio-”, the one the school before gave you.</translation>
  </message>
 </context>
 <context>
  <name>ui/people_keeping</name>
  <message>
   <location filename="../../../ui/people_keeping.py" />
   <source>il nome del plesso</source>
   <translation>the name of the site</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/animals</name>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>lupo</source>
   <translation>wolf</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>volpe</source>
   <translation>fox</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>gufo</source>
   <translation>owl</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>lepre</source>
   <translation>hare</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>riccio</source>
   <translation>hedgehog</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>tasso</source>
   <translation>badger</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>picchio</source>
   <translation>woodpecker</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>capriolo</source>
   <translation>roe deer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>aquila</source>
   <translation>eagle</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>salamandra</source>
   <translation>salamander</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>trota</source>
   <translation>trout</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/animals.py" />
   <source>istrice</source>
   <translation>porcupine</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/answers_in_words</name>
  <message>
   <location filename="../../../ui/presenters/answers_in_words.py" />
   <source>vero</source>
   <translation>true</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/answers_in_words.py" />
   <source>falso</source>
   <translation>false</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/answers_in_words.py" />
   <source>non detto</source>
   <translation>not said</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/arrivals</name>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>classe {grade}</source>
   <translation>year {grade}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>{name} è nell’elenco, con quello che aveva fatto.</source>
   <translation>{name} is on the list, with all they had done.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>{name} viene da «{place}». Chiedi per telefono a quella scuola le sue sei cifre. Devono essere {digits}.</source>
   <translation>{name} comes from “{place}”. Ask that school for its six digits over the phone. They must be {digits}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>classe {grade} · da «{place}» · {facts} · partenza {when}</source>
   <translation>year {grade} · from “{place}” · {facts} · left {when}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>In arrivo</source>
   <translation>Arriving</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Accogli</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Non sono più nell’elenco</source>
   <translation>No longer on the list</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Rimetti nell’elenco</source>
   <translation>Put back on the list</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Accogli da un’altra scuola</source>
   <translation>Welcome from another school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Serve il file che la scuola di prima ti ha dato, e il codice detto per telefono.</source>
   <translation>You need the file that the old school gave you, and the code said over the phone.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Il file</source>
   <translation>The file</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Scegli la cartella del file</source>
   <translation>Choose the file’s folder</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Prima scegli la cartella dove sta il file.</source>
   <translation>First choose the folder where the file is.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Codice</source>
   <translation>Code</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Apri il passaggio</source>
   <translation>Open the transfer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Sono le stesse: accogli</source>
   <translation>They are the same: welcome</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>Non accogliere</source>
   <translation>Do not welcome</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>{grade} · ora in un altro plesso</source>
   <translation>{grade} · now at another site</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/arrivals.py" />
   <source>{count} cose fatte</source>
   <extracomment>uno: {count} cosa fatta</extracomment>
   <translation>
    <numerusform>{count} thing done</numerusform>
    <numerusform>{count} things done</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/assign</name>
  <message numerus="yes">
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} altri temi</source>
   <extracomment>uno: {count} altro tema</extracomment>
   <translation>
    <numerusform>{count} more theme</numerusform>
    <numerusform>{count} more themes</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>«{what}» è assegnato: classe {grades}.</source>
   <translation>“{what}” is assigned: year {grades}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} esercizi</source>
   <extracomment>uno: {count} esercizio</extracomment>
   <translation>
    <numerusform>{count} exercise</numerusform>
    <numerusform>{count} exercises</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Assegna</source>
   <translation>Assign</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Un tema per tutti, un compito per ogni classe.</source>
   <translation>One theme for all, a task for each year.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>1. Scegli il tema</source>
   <translation>1. Choose the theme</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>2. Un compito per classe</source>
   <translation>2. A task for each year</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>3. Per quando</source>
   <translation>3. By when</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Nessuna lezione di questo tema</source>
   <translation>No lesson on this theme</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/board.py" />
   <source>Nessun compito</source>
   <translation>No task</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Senza data</source>
   <translation>No date</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Annulla</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Non ci sono ancora temi</source>
   <translation>There are no themes yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>I temi arrivano con le lezioni: il tecnico può installarle da Contenuti.</source>
   <translation>Themes come with the lessons: the technician can install them under Content.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Prima scegli un tema.</source>
   <translation>Choose a theme first.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>Dai un compito almeno a una classe.</source>
   <translation>Give a task to at least one year.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>{count} · classe {grades}</source>
   <translation>{count} · year {grades}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/assign.py" />
   <source>{wanted} di {words}</source>
   <translation>{wanted} of {words}</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/board</name>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Passo {step}: {why}.</source>
   <translation>Step {step}: {why}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>classe {label}</source>
   <translation>class {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>«{theme}» è chiuso: non è più tra i compiti.</source>
   <translation>“{theme}” is closed: it is no longer among the tasks.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/people.py" />
   <source>{count} alunni</source>
   <extracomment>uno: {count} alunno</extracomment>
   <translation>
    <numerusform>{count} pupil</numerusform>
    <numerusform>{count} pupils</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ha chiesto aiuto</source>
   <translation>asked for help</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>due prove o più</source>
   <translation>two tries or more</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/history.py" />
   <source>adesso</source>
   <translation>just now</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>ieri</source>
   <translation>yesterday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>{days} giorni fa</source>
   <translation>{days} days ago</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/board_table.py" />
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Classe</source>
   <translation>Class</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ora diretta</source>
   <translation>with the teacher</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ora autonoma</source>
   <translation>working alone</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Nessun compito è in corso</source>
   <translation>No task is under way</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Scegli un tema e assegna un compito a ogni classe: qui vedrai come va.</source>
   <translation>Choose a theme and assign a task to each year: here you will see how it goes.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Assegna un compito</source>
   <translation>Assign a task</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Chiudi il compito</source>
   <translation>Close the task</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Riapri</source>
   <translation>Open again</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Com’era prima…</source>
   <translation>How it was before…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{pupils} · ultima risposta {ago}</source>
   <translation>{pupils} · last answer {ago}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>passo {step} di {number}</source>
   <translation>step {step} of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>un minuto fa</source>
   <translation>a minute ago</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{minutes} minuti fa</source>
   <translation>{minutes} minutes ago</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>un’ora fa</source>
   <translation>an hour ago</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>{hours} ore fa</source>
   <translation>{hours} hours ago</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>da iniziare</source>
   <translation>to begin</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>al lavoro</source>
   <translation>at work</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>ti aspetta</source>
   <translation>waits for you</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>ha finito</source>
   <translation>has finished</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} ti aspettano</source>
   <extracomment>uno: {count} ti aspetta</extracomment>
   <translation>
    <numerusform>{count} waits for you</numerusform>
    <numerusform>{count} wait for you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} al lavoro</source>
   <extracomment>uno: {count} al lavoro</extracomment>
   <translation>
    <numerusform>{count} at work</numerusform>
    <numerusform>{count} at work</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} hanno finito</source>
   <extracomment>uno: {count} ha finito</extracomment>
   <translation>
    <numerusform>{count} has finished</numerusform>
    <numerusform>{count} have finished</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <source>{count} da iniziare</source>
   <extracomment>uno: {count} da iniziare</extracomment>
   <translation>
    <numerusform>{count} to begin</numerusform>
    <numerusform>{count} to begin</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board.py" />
   <source>Lezione non installata</source>
   <translation>Lesson not installed</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/board.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>{count} passi</source>
   <extracomment>uno: {count} passo</extracomment>
   <translation>
    <numerusform>{count} passage</numerusform>
    <numerusform>{count} passages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/board_table</name>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>«{theme}», alunno per alunno</source>
   <translation>“{theme}”, pupil by pupil</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>Chi ti aspetta è in alto. Invio apre le risposte di un alunno.</source>
   <translation>Who is waiting for you stands first. Enter opens a pupil’s answers.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>{done} su {total}</source>
   <translation>{done} of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>Alunno</source>
   <translation>Pupil</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>Come va</source>
   <comment>pupil</comment>
   <translation>How it goes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>Dove</source>
   <comment>pupil</comment>
   <translation>Where</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/board_table.py" />
   <source>Esercizi giusti</source>
   <translation>Right exercises</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/calculator</name>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Calcolatrice</source>
   <translation>Calculator</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>Per zero non si divide.</source>
   <translation>Nothing can be divided by zero.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>Questo conto non è finito.</source>
   <translation>This sum is not finished.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>cancella tutto</source>
   <translation>clear all</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>apri parentesi</source>
   <translation>open bracket</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>chiudi parentesi</source>
   <translation>close bracket</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>diviso</source>
   <translation>divided by</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>per</source>
   <comment>calcolatrice</comment>
   <translation>times</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>meno</source>
   <translation>minus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>più</source>
   <translation>plus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>virgola</source>
   <translation>decimal point</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>cancella l’ultima</source>
   <translation>delete the last one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/calculator.py" />
   <source>uguale</source>
   <translation>equals</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/closing_year</name>
  <message>
   <location filename="../../../ui/presenters/closing_year.py" />
   <source>L’anno {year} è finito</source>
   <translation>The school year {year} is over</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/closing_year.py" />
   <source>L’anno {year} è chiuso: {size} di spazio in più.</source>
   <translation>The school year {year} is closed: {size} of space gained.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/closing_year.py" />
   <source>Quello che i bambini hanno fatto resta tutto e si vede come prima, ma su questo portatile occupa meno posto. Prima ne faccio una copia. Bastano pochi secondi, e intanto si può lavorare.</source>
   <translation>Everything the children did stays and is seen as before, but takes less room on this laptop. A copy is made first. It takes a few seconds, and you can go on working.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/closing_year.py" />
   <source>Chiudi l’anno</source>
   <translation>Close the year</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/closing_year.py" />
   <source>L’anno {year} è chiuso.</source>
   <translation>The school year {year} is closed.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/exchange</name>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/widgets/exercises/card.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>Salvato qui</source>
   <translation>Saved here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · spedito {at}</source>
   <translation>Saved here · sent {at}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose nuove</source>
   <extracomment>uno: {count} cosa nuova</extracomment>
   <translation>
    <numerusform>{count} new thing</numerusform>
    <numerusform>{count} new things</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} arrivate qui</source>
   <extracomment>uno: {count} arrivata qui</extracomment>
   <translation>
    <numerusform>{count} arrived here</numerusform>
    <numerusform>{count} arrived here</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sulla chiavetta {went}, {came}.</source>
   <translation>On the stick {went}, {came}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} novità aspettano</source>
   <extracomment>uno: {count} novità aspetta</extracomment>
   <translation>
    <numerusform>{count} new thing is waiting</numerusform>
    <numerusform>{count} new things are waiting</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{news} la linea. Sono già al sicuro qui.</source>
   <translation>{news} for the connection. They are already safe here.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} cose spedite</source>
   <extracomment>uno: {count} cosa spedita</extracomment>
   <translation>
    <numerusform>{count} thing sent</numerusform>
    <numerusform>{count} things sent</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/exchange.py" />
   <source>{count} arrivate</source>
   <extracomment>uno: {count} arrivata</extracomment>
   <translation>
    <numerusform>{count} arrived</numerusform>
    <numerusform>{count} arrived</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La chiavetta e questo portatile hanno già le stesse cose.</source>
   <translation>The stick and this laptop already hold the same things.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · sto spedendo</source>
   <translation>Saved here · sending</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Salvato qui · aspetta la linea</source>
   <translation>Saved here · waiting for a connection</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Sincronizzazione</source>
   <translation>Synchronisation</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La scuola lavora sempre; quando c’è linea, quello che è nuovo parte e arriva da solo.</source>
   <translation>The school always works; when there is a connection, what is new leaves and arrives by itself.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sincronizza ora</source>
   <translation>Exchange now</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sto sincronizzando</source>
   <translation>Exchanging</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Usa la chiavetta</source>
   <translation>Use the stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Scegli la chiavetta</source>
   <translation>Choose the stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Sto leggendo la chiavetta…</source>
   <translation>Reading the stick…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Questa scuola lavora da sola: nessuna regione è collegata.</source>
   <translation>This school works on its own: no region is connected.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Ultimi scambi</source>
   <translation>Latest exchanges</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Nessuno scambio, per ora</source>
   <translation>No exchange so far</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Appena c’è linea il primo parte da solo.</source>
   <translation>As soon as there is a connection the first one starts by itself.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Collega la scuola alla regione</source>
   <translation>Connect the school to the region</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La regione dà alla scuola un indirizzo e un codice, che vale tre giorni e una volta sola. Alla regione arrivano i progressi, mai un nome.</source>
   <translation>The region gives the school an address and a code, good for three days and once only. The region receives progress, never a name.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Indirizzo della regione</source>
   <translation>The region’s address</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Collega</source>
   <translation>Connect</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>La regione conosce la scuola: da ora gli scambi partono da soli.</source>
   <translation>The region knows the school: from now on exchanges start by themselves.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Niente aspetta: è tutto spedito.</source>
   <translation>Nothing waits: everything is sent.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Ancora mai</source>
   <translation>Never so far</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>Niente di nuovo da nessuna parte.</source>
   <translation>Nothing new on either side.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>fatto</source>
   <translation>done</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>non riuscito</source>
   <translation>failed</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <source>a posto</source>
   <translation>in order</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/exchange.py" />
   <source>chiavetta</source>
   <translation>stick</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/figures</name>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>sole</source>
   <translation>sun</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>luna</source>
   <translation>moon</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>stella</source>
   <translation>star</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>foglia</source>
   <translation>leaf</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>fungo</source>
   <translation>mushroom</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>monte</source>
   <translation>mountain</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>goccia</source>
   <translation>drop</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>ghianda</source>
   <translation>acorn</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>campana</source>
   <translation>bell</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Ciao, {}!</source>
   <translation>Hello, {}!</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Tocca le tue tre figure.</source>
   <translation>Touch your three figures.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non sono queste. Riprova con calma.</source>
   <translation>Not these. Take your time and try again.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non le ricordi? Chiedi alla maestra.</source>
   <translation>Forgotten them? Ask your teacher.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <source>Non sono {}</source>
   <translation>I am not {}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/figures.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Ricomincia</source>
   <translation>Start again</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/formula_words</name>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>radice di {inside}</source>
   <translation>square root of {inside}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>più</source>
   <comment>formula</comment>
   <translation>plus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>meno</source>
   <comment>formula</comment>
   <translation>minus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>uguale a</source>
   <comment>formula</comment>
   <translation>equals</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>minore di</source>
   <comment>formula</comment>
   <translation>less than</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>maggiore di</source>
   <comment>formula</comment>
   <translation>greater than</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>diviso</source>
   <comment>formula</comment>
   <translation>divided by</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>fratto</source>
   <comment>formula</comment>
   <translation>over</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>per</source>
   <comment>formula</comment>
   <translation>times</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>più o meno</source>
   <comment>formula</comment>
   <translation>plus or minus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>diverso da</source>
   <comment>formula</comment>
   <translation>not equal to</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>minore o uguale a</source>
   <comment>formula</comment>
   <translation>less than or equal to</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>maggiore o uguale a</source>
   <comment>formula</comment>
   <translation>greater than or equal to</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>circa uguale a</source>
   <comment>formula</comment>
   <translation>about equal to</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>tende a</source>
   <comment>formula</comment>
   <translation>tends to</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>freccia</source>
   <comment>formula</comment>
   <translation>arrow</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>pi greco</source>
   <comment>formula</comment>
   <translation>pi</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>alfa</source>
   <comment>formula</comment>
   <translation>alpha</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>beta</source>
   <comment>formula</comment>
   <translation>beta</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>gamma</source>
   <comment>formula</comment>
   <translation>gamma</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>gradi</source>
   <comment>formula</comment>
   <translation>degrees</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>per cento</source>
   <comment>formula</comment>
   <translation>percent</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>infinito</source>
   <comment>formula</comment>
   <translation>infinity</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>angolo</source>
   <comment>formula</comment>
   <translation>angle</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>somma</source>
   <comment>formula</comment>
   <translation>sum</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>logaritmo</source>
   <comment>formula</comment>
   <translation>logarithm</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>seno</source>
   <comment>formula</comment>
   <translation>sine</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>coseno</source>
   <comment>formula</comment>
   <translation>cosine</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>al quadrato</source>
   <translation>squared</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>al cubo</source>
   <translation>cubed</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>{above} fratto {below}</source>
   <translation>{above} over {below}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>con {index}</source>
   <comment>formula</comment>
   <translation>sub {index}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>alla {exponent}</source>
   <translation>to the power of {exponent}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>radice {index} di {inside}</source>
   <translation>{index} root of {inside}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/formula_words.py" />
   <source>radice cubica di {inside}</source>
   <translation>cube root of {inside}</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/history</name>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>{who}, {when}</source>
   <translation>{who}, {when}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Com’era prima</source>
   <translation>How it was before</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Rimetti</source>
   <translation>Put back</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>Qui non è mai cambiato niente.</source>
   <translation>Nothing was ever changed here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>niente</source>
   <translation>nothing</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>qualcuno che qui non si conosce</source>
   <translation>somebody not known here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>Tema</source>
   <translation>Topic</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>Per quando</source>
   <translation>Due</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Animale</source>
   <translation>Animal</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Gruppo</source>
   <translation>Group</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/people.py" />
   <source>Nome della classe</source>
   <translation>Name of the class</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <location filename="../../../ui/presenters/people.py" />
   <source>Quali classi ci sono</source>
   <translation>Which years there are</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>Compito della {grade}</source>
   <translation>Work of year {grade}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/history.py" />
   <source>senza una data</source>
   <translation>no date</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/italian</name>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{weekday} {day} {month}</source>
   <translation>{weekday} {day} {month}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{day} {month} {year}</source>
   <translation>{day} {month} {year}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{weekday} {day}</source>
   <translation>{weekday} {day}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{day} {month}</source>
   <translation>{day} {month}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/italian.py" />
   <source>{count} byte</source>
   <extracomment>uno: {count} byte</extracomment>
   <translation>
    <numerusform>{count} byte</numerusform>
    <numerusform>{count} bytes</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>{first} e {last}</source>
   <translation>{first} and {last}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buongiorno</source>
   <translation>Good morning</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buon pomeriggio</source>
   <translation>Good afternoon</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>Buonasera</source>
   <translation>Good evening</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>all’{hour}</source>
   <translation>at {hour}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>alle {hour}</source>
   <translation>at {hour}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per {day}</source>
   <translation>for {day}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per il {day} {month}</source>
   <translation>for {day} {month}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>un minuto</source>
   <translation>one minute</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{minutes} minuti</source>
   <translation>{minutes} minutes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>,</source>
   <comment>decimali</comment>
   <translation>.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>lunedì</source>
   <translation>Monday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>martedì</source>
   <translation>Tuesday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>mercoledì</source>
   <translation>Wednesday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>giovedì</source>
   <translation>Thursday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>venerdì</source>
   <translation>Friday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>sabato</source>
   <translation>Saturday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>domenica</source>
   <translation>Sunday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>gennaio</source>
   <translation>January</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>febbraio</source>
   <translation>February</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>marzo</source>
   <translation>March</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>aprile</source>
   <translation>April</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>maggio</source>
   <translation>May</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>giugno</source>
   <translation>June</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>luglio</source>
   <translation>July</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>agosto</source>
   <translation>August</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>settembre</source>
   <translation>September</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>ottobre</source>
   <translation>October</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>novembre</source>
   <translation>November</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>dicembre</source>
   <translation>December</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>stamattina</source>
   <translation>this morning</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>oggi pomeriggio</source>
   <translation>this afternoon</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>era per ieri</source>
   <translation>was for yesterday</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>era per {day}</source>
   <translation>was for {day}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per oggi</source>
   <translation>for today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/italian.py" />
   <source>per domani</source>
   <translation>for tomorrow</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/laptops</name>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Le sei cifre della scuola sono {digits}: il portatile nuovo le mostrerà.</source>
   <translation>The school’s six digits are {digits}: the new laptop will show them.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>La risposta per «{label}» è sulla chiavetta: riportala al portatile nuovo.</source>
   <translation>The answer for “{label}” is on the stick: take it back to the new laptop.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» è in regola per altri tre anni.</source>
   <translation>“{label}” is in order for another three years.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» è perso o rubato? Cambio le chiavi della scuola: non leggerà più niente di nuovo.</source>
   <translation>Is “{label}” lost or stolen? I change the school’s keys: it will read nothing new any more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Le chiavi sono cambiate: «{label}» non legge più niente di nuovo.</source>
   <translation>The keys have changed: “{label}” reads nothing new any more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>«{label}» fa parte della scuola.</source>
   <translation>“{label}” belongs to the school.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Ultime notizie: {seen} · il certificato {ends} {date}</source>
   <translation>Last news: {seen} · the certificate {ends} {date}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Portatili</source>
   <translation>Laptops</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>I portatili che fanno parte della scuola. Qui ne entra uno nuovo, qui si dice che uno è perso.</source>
   <translation>The laptops that belong to the school. Here a new one comes in, here you say that one is lost.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Fai entrare un portatile</source>
   <translation>Let a laptop in</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Accendi il portatile nuovo, apri Scuola Digitale e scegli «Entra in una scuola». Poi dagli un nome e scegli come farlo entrare.</source>
   <translation>Switch the new laptop on, open Scuola Digitale and choose “Join a school”. Then give it a name and choose how it comes in.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Nome del portatile</source>
   <translation>Name of the laptop</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>per esempio: Armadio 3</source>
   <translation>for example: Cupboard 3</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Con un codice a voce</source>
   <translation>With a spoken code</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Con la chiavetta</source>
   <translation>With the stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Aspetto il portatile nuovo…</source>
   <translation>Waiting for the new laptop…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sul portatile nuovo scrivi questo indirizzo e questo codice. Il codice vale una volta sola.</source>
   <translation>Write this address and this code on the new laptop. The code works once only.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Non aspettare più</source>
   <translation>Stop waiting</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Confronta le sei cifre</source>
   <translation>Compare the six digits</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sul portatile nuovo devono esserci le stesse cifre. Se sono diverse, non farlo entrare.</source>
   <translation>The new laptop must show the same digits. If they differ, do not let it in.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Sono le stesse</source>
   <translation>They are the same</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Su questa chiavetta nessun portatile chiede di entrare.</source>
   <translation>No laptop asks to come in on this stick.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Prima prepara la richiesta sul portatile nuovo, poi riporta qui la chiavetta.</source>
   <translation>First prepare the request on the new laptop, then bring the stick back here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Rinnova</source>
   <translation>Renew</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>È perso</source>
   <translation>It is lost</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>ancora nessuna</source>
   <translation>none yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>è finito il</source>
   <translation>ended on</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>vale fino al</source>
   <translation>is good until</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>plesso {site}</source>
   <translation>site {site}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>tutti i plessi</source>
   <translation>all sites</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>perso</source>
   <translation>lost</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>scaduto</source>
   <translation>expired</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>Senza nome</source>
   <translation>No name</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>da rinnovare</source>
   <translation>to renew</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>questo</source>
   <comment>portatile</comment>
   <translation>this one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/laptops.py" />
   <source>in regola</source>
   <translation>in order</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/lesson</name>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>all’insegnante</source>
   <translation>the teacher</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Tutti i sassi sono al loro posto.</source>
   <translation>All its stones are in place.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Prova tu · {number} di {total}</source>
   <translation>Your turn · {number} of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Prova tu</source>
   <translation>Your turn</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>{done} sassi su {total}</source>
   <translation>{done} stones of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>1 sasso su {total}</source>
   <translation>1 stone of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>alla {title}</source>
   <translation>the {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>al {title}</source>
   <translation>the {title}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Mancano {count} sassi.</source>
   <extracomment>uno: Manca un sasso.</extracomment>
   <translation>
    <numerusform>{count} stone is missing.</numerusform>
    <numerusform>{count} stones are missing.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Puoi posarli ora, o un’altra volta.</source>
   <translation>You can lay them now, or another time.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Vai dove manca</source>
   <translation>Go to the missing one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>La lezione finisce qui.</source>
   <translation>The lesson ends here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>Ho finito</source>
   <translation>I have finished</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson.py" />
   <source>Hai finito la lezione.</source>
   <translation>You have finished the lesson.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/lesson_cards</name>
  <message>
   <location filename="../../../ui/presenters/lesson_cards.py" />
   <source>classe {grades}</source>
   <translation>year {grades}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/lesson_cards.py" />
   <source>{sum} sassi su {number}</source>
   <translation>{sum} stones of {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/library</name>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Italiano, numeri, scienze, storia</source>
   <translation>Italian, numbers, science, history</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Storie, luoghi, teatro, dialetto</source>
   <translation>Stories, places, theatre, dialect</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Mestieri, attrezzi, botteghe</source>
   <translation>Trades, tools, workshops</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Sentieri, giochi, sport</source>
   <translation>Paths, games, sport</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Biblioteca</source>
   <translation>Library</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca nelle lezioni</source>
   <translation>Search the lessons</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Cerca una parola, un luogo, una storia</source>
   <translation>Search for a word, a place, a story</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Tutte le classi</source>
   <translation>All years</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/places_map.py" />
   <source>Mappa dei luoghi</source>
   <translation>Map of places</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Tutte le materie</source>
   <translation>All subjects</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Lezioni</source>
   <translation>Lessons</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>{what} per la {label}</source>
   <translation>{what} for year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>{what} per tutti</source>
   <translation>{what} for everyone</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Su questo scaffale non c’è ancora niente</source>
   <translation>There is nothing on this shelf yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Prova un’altra classe o un’altra materia.</source>
   <translation>Try another year or another subject.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>La biblioteca è ancora vuota</source>
   <translation>The library is still empty</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/library.py" />
   <source>Le lezioni arrivano con la linea o con una chiavetta: chiedi alla maestra.</source>
   <translation>Lessons come with a connection or on a stick: ask your teacher.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/notebook</name>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Quaderno</source>
   <translation>Notebook</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Quello che hai scritto e segnato. Lo leggi solo tu, con la maestra.</source>
   <translation>What you wrote and marked. Only you read it, with your teacher.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Cerca nel quaderno</source>
   <translation>Search the notebook</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Il quaderno è ancora bianco</source>
   <translation>The notebook is still blank</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Apri una lezione: lì accanto trovi «Appunto», «Evidenzia» e «Segnalibro».</source>
   <translation>Open a lesson: beside it you find «Note», «Highlight» and «Bookmark».</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>Vai in Biblioteca</source>
   <translation>Go to the Library</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Qui non c’è</source>
   <translation>It is not here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Prova con un’altra parola, o guarda in «Tutto».</source>
   <translation>Try another word, or look under “All”.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/places_map.py" />
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Apri</source>
   <translation>Open</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Cambia</source>
   <translation>Change</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/packs.py" />
   <source>Togli</source>
   <translation>Remove</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Salva</source>
   <translation>Save</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Che cosa vuoi ricordare?</source>
   <translation>What do you want to remember?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Tolto dal quaderno.</source>
   <translation>Taken out of the notebook.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Una lezione che ora non c’è</source>
   <translation>A lesson that is not here now</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Tutto</source>
   <translation>All</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Appunti</source>
   <translation>Notes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Parole evidenziate</source>
   <translation>Highlighted words</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Segnalibri</source>
   <translation>Bookmarks</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Risposte</source>
   <translation>Answers</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Appunto</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <source>Evidenziato</source>
   <translation>Highlighted</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Segnalibro</source>
   <translation>Bookmark</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/notebook.py" />
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>Risposta</source>
   <translation>Answer</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/open_answers</name>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Ti scrive la maestra:</source>
   <translation>Your teacher writes:</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>La tua risposta</source>
   <translation>Your answer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>aspetta di essere letta</source>
   <translation>waiting to be read</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>{count} risposte da leggere</source>
   <extracomment>uno: {count} risposta da leggere</extracomment>
   <translation>
    <numerusform>{count} answer to read</numerusform>
    <numerusform>{count} answers to read</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>letta: va bene</source>
   <translation>read: well done</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>letta: puoi aggiungere</source>
   <translation>read: you can add to it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Da leggere</source>
   <translation>To read</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Le risposte scritte con parole loro. Una parola tua le fa crescere.</source>
   <translation>Answers written in their own words. A word from you makes them grow.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Non c’è niente da leggere</source>
   <translation>There is nothing to read</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Quello che i bambini scrivono lo leggi qui.</source>
   <translation>What the children write you read here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Lette da poco</source>
   <translation>Lately read</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Da guardare:</source>
   <translation>To look for:</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>La tua parola per {}</source>
   <translation>Your word for {}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Va bene così</source>
   <translation>Good as it is</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Può aggiungere</source>
   <translation>Can add to it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Scrivi che cosa può aggiungere: così sa da dove ripartire.</source>
   <translation>Write what could be added: it tells them where to go on from.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/open_answers.py" />
   <source>Una lezione che qui non c’è</source>
   <translation>A lesson that is not here</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/own_lessons</name>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>{file}, riga {line}</source>
   <translation>{file}, line {line}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>edizione {edition}</source>
   <translation>edition {edition}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>«{title}» è offerto alla scuola: edizione {edition}.</source>
   <translation>“{title}” is offered to the school: edition {edition}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>«{title}» non è più tra le lezioni della scuola.</source>
   <translation>“{title}” is no longer among the school’s lessons.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>In «{folder}» c’è una lezione di esempio: cambiala, poi offrila.</source>
   <translation>In “{folder}” there is an example lesson: change it, then offer it.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>{count} consigli</source>
   <extracomment>uno: {count} consiglio</extracomment>
   <translation>
    <numerusform>{count} piece of advice</numerusform>
    <numerusform>{count} pieces of advice</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>{lessons}, senza errori.</source>
   <translation>{lessons}, no mistakes.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Ritiro «{title}» da tutti i portatili? Le risposte degli alunni restano.</source>
   <translation>Shall I withdraw “{title}” from all laptops? The pupils’ answers stay.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>«{title}»: prima sistema {mistakes}.</source>
   <translation>“{title}”: first mend {mistakes}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Le mie lezioni</source>
   <translation>My lessons</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Scrivi lezioni tue e offrile alla scuola: arrivano da sole sugli altri portatili.</source>
   <translation>Write lessons of your own and offer them to the school: they reach the other laptops by themselves.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Offri una cartella</source>
   <translation>Offer a folder</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Scegli la cartella con le tue lezioni</source>
   <translation>Choose the folder with your lessons</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Comincia da un esempio</source>
   <translation>Begin with an example</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Scegli una cartella vuota</source>
   <translation>Choose an empty folder</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Offri</source>
   <translation>Offer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Ritira</source>
   <translation>Withdraw</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Offro…</source>
   <translation>Offering…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Offerte alla scuola</source>
   <translation>Offered to the school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Da sistemare</source>
   <translation>To be mended</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Ancora nessuna lezione della scuola</source>
   <translation>No lessons of the school yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>Una cartella con le tue lezioni basta: la guida «Scrivere lezioni» dice come.</source>
   <translation>A folder with your lessons is enough: the guide “Scrivere lezioni” says how.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>«{title}» è già offerto così: non è cambiato nulla.</source>
   <translation>“{title}” is already offered like this: nothing has changed.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>si legge qui</source>
   <translation>can be read here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>in arrivo</source>
   <translation>on its way</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/own_lessons.py" />
   <source>{count} errori</source>
   <extracomment>uno: {count} errore</extracomment>
   <translation>
    <numerusform>{count} mistake</numerusform>
    <numerusform>{count} mistakes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/pack_news</name>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>«{title}» è installato e si può leggere.</source>
   <translation>“{title}” is installed and can be read.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>«{title}» è di nuovo intero: {count}.</source>
   <translation>“{title}” is whole again: {count}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{count} pacchetti pronti</source>
   <extracomment>uno: {count} pacchetto pronto</extracomment>
   <translation>
    <numerusform>{count} pack ready</numerusform>
    <numerusform>{count} packs ready</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source> · qui la {installed}</source>
   <translation> · here {installed}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Disponibili</source>
   <translation>Available</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Cerca novità</source>
   <translation>Look for news</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Guardo…</source>
   <translation>Looking…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Scarica</source>
   <translation>Download</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sospendi</source>
   <translation>Suspend</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>In pausa</source>
   <translation>Paused</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Riprendi</source>
   <translation>Resume</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <location filename="../../../ui/widgets/lesson/film.py" />
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <location filename="../../../ui/widgets/lesson/viewer.py" />
   <location filename="../../../ui/widgets/refusal.py" />
   <location filename="../../../ui/widgets/sheet_dialog.py" />
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Chiudi</source>
   <translation>Close</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Mi fermo…</source>
   <translation>Stopping…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Riprende da solo, appena si può.</source>
   <translation>It goes on by itself, as soon as it can.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Prepara una chiavetta</source>
   <translation>Prepare a stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Quando c’è linea, guarda se la regione ha lezioni nuove: costa pochi byte.</source>
   <translation>When there is a connection, see whether the region has new lessons: it costs a few bytes.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Nessuna novità: qui c’è già tutto.</source>
   <translation>No news: everything is already here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>La linea è caduta {times}: si riprende da dove era.</source>
   <translation>The connection dropped {times}: it goes on from where it was.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>La linea non c’era: le firme sono quelle di questo portatile.</source>
   <translation>There was no connection: the signatures are those of this laptop.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sulla chiavetta: {packs}, {size} scritti adesso.</source>
   <translation>On the stick: {packs}, {size} written now.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>una volta</source>
   <translation>once</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{number} volte</source>
   <translation>{number} times</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>{done} di {whole}</source>
   <translation>{done} of {whole}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Sulla chiavetta non c’è nulla da portare.</source>
   <translation>There is nothing on the stick to carry.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Si portano i pacchetti presi dalla regione.</source>
   <translation>Packs fetched from the region can be carried.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>Aggiorna</source>
   <translation>Update</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_news.py" />
   <source>ancora {left}</source>
   <translation>{left} left</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/pack_words</name>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Da scaricare {size}{time}.</source>
   <translation>{size} to download{time}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} ore</source>
   <extracomment>uno: {count} ora</extracomment>
   <translation>
    <numerusform>{count} hour</numerusform>
    <numerusform>{count} hours</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Dall’edizione {before} alla {after}</source>
   <translation>From edition {before} to {after}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>È già qui, tutto intero.</source>
   <translation>It is already here, all of it.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Pacchetto nuovo</source>
   <translation>New pack</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>cambiano solo figure, suoni o dati</source>
   <translation>only pictures, sounds or data change</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Non c’è nulla da scaricare: è già tutto qui.</source>
   <translation>There is nothing to download: it is all here already.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>, circa {duration}</source>
   <translation>, about {duration}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>pochi secondi</source>
   <translation>a few seconds</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{seconds} secondi</source>
   <translation>{seconds} seconds</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} minuti</source>
   <extracomment>uno: {count} minuto</extracomment>
   <translation>
    <numerusform>{count} minute</numerusform>
    <numerusform>{count} minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} giorni</source>
   <extracomment>uno: {count} giorno</extracomment>
   <translation>
    <numerusform>{count} day</numerusform>
    <numerusform>{count} days</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{hours} e {minutes} minuti</source>
   <translation>{hours} and {minutes} minutes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>Edizione {after}, da completare</source>
   <translation>Edition {after}, to be completed</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni nuove</source>
   <extracomment>uno: {count} lezione nuova</extracomment>
   <translation>
    <numerusform>{count} new lesson</numerusform>
    <numerusform>{count} new lessons</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni cambiate</source>
   <extracomment>uno: {count} lezione cambiata</extracomment>
   <translation>
    <numerusform>{count} lesson changed</numerusform>
    <numerusform>{count} lessons changed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/pack_words.py" />
   <source>{count} lezioni tolte</source>
   <extracomment>uno: {count} lezione tolta</extracomment>
   <translation>
    <numerusform>{count} lesson removed</numerusform>
    <numerusform>{count} lessons removed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/packs</name>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Dalla chiavetta: {named}.</source>
   <translation>From the stick: {named}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} lezioni pronte</source>
   <extracomment>uno: {count} lezione pronta</extracomment>
   <translation>
    <numerusform>{count} lesson ready</numerusform>
    <numerusform>{count} lessons ready</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è installato: {lessons}.</source>
   <translation>“{title}” is installed: {lessons}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} file sono rovinati</source>
   <extracomment>uno: {count} file è rovinato</extracomment>
   <translation>
    <numerusform>{count} file is damaged</numerusform>
    <numerusform>{count} files are damaged</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}»: {files}. Installalo di nuovo dalla chiavetta.</source>
   <translation>“{title}”: {files}. Install it again from the stick.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Tolgo «{title}»? Le risposte degli alunni restano.</source>
   <translation>Remove “{title}”? The pupils’ answers stay.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è stato tolto.</source>
   <translation>“{title}” was removed.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Contenuti</source>
   <translation>Content</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Le lezioni installate funzionano sempre, con la linea o senza.</source>
   <translation>Installed lessons always work, with a connection or without.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Installati</source>
   <translation>Installed</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Installa da chiavetta</source>
   <translation>Install from a stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Scegli la chiavetta, o la cartella del pacchetto</source>
   <translation>Choose the stick, or the pack’s folder</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Ferma</source>
   <translation>Stop</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Verifica</source>
   <translation>Verify</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Ripara</source>
   <translation>Repair</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Nessun pacchetto installato</source>
   <translation>No pack installed</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Prendi un pacchetto dalla chiavetta: si installa in pochi secondi.</source>
   <translation>Take a pack from the stick: it installs in a few seconds.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>Su questa chiavetta non c’è nulla di nuovo.</source>
   <translation>There is nothing new on this stick.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>«{title}» è intero: ogni file è a posto.</source>
   <translation>“{title}” is whole: every file is in order.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>{count} · edizione {edition}</source>
   <translation>{count} · edition {edition}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>da ricopiare</source>
   <translation>to copy again</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>si prepara</source>
   <translation>getting ready</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/packs.py" />
   <source>verificato</source>
   <translation>verified</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/people</name>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>«{name}» è pronta.</source>
   <translation>“{name}” is ready.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} è tra gli alunni.</source>
   <translation>{name} is among the pupils.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} può entrare: qui subito, sugli altri portatili dopo uno scambio.</source>
   <translation>{name} can come in: here at once, on the other laptops after an exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} entra con la parola nuova. Quello che aveva scritto resta.</source>
   <translation>{name} comes in with the new password. What they had written stays.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} non lavora più qui? La sua parola d’ordine non aprirà più; quello che ha scritto resta.</source>
   <translation>Does {name} no longer work here? Their password will open nothing any more; what they wrote stays.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} non entra più: qui subito, altrove dopo uno scambio.</source>
   <translation>{name} can no longer come in: here at once, elsewhere after an exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/places.py" />
   <source>Persone</source>
   <translation>People</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La classe, gli alunni e chi lavora nella scuola.</source>
   <translation>The class, the pupils and who works in the school.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La classe</source>
   <translation>The class</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Alunni</source>
   <translation>Pupils</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Chi lavora qui</source>
   <translation>Who works here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>per esempio: pluriclasse I–V</source>
   <translation>for example: multigrade I–V</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi un alunno</source>
   <translation>Add a pupil</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi</source>
   <translation>Add</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Ancora nessun alunno</source>
   <translation>No pupils yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Aggiungi il primo qui sotto: bastano il nome, la classe e un animale.</source>
   <translation>Add the first one below: a name, the year and an animal are enough.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Fai entrare un’insegnante</source>
   <translation>Let a teacher in</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>La supplente entra per i suoi giorni: finiti quelli, la sua parola d’ordine non apre più e quello che ha scritto resta.</source>
   <translation>A supply teacher comes in for their days: when those are over, their password opens nothing any more and what they wrote stays.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Come la chiamano</source>
   <translation>How they are called</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>maestra, maestro…</source>
   <translation>maestra, maestro…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Per quanto</source>
   <translation>For how long</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Parola d’ordine</source>
   <translation>Password</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Fai entrare</source>
   <translation>Let in</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Parola dimenticata</source>
   <translation>Forgotten password</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Ha finito</source>
   <translation>Has left</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Parola d’ordine nuova</source>
   <translation>New password</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Dai la parola nuova</source>
   <translation>Give the new password</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>{name} · classi {grades}</source>
   <translation>{name} · years {grades}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>finito il {day}</source>
   <translation>ended on {day}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>fino al {day}</source>
   <translation>until {day}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>Tutto l’anno</source>
   <translation>The whole year</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>5 giorni</source>
   <translation>5 days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>15 giorni</source>
   <translation>15 days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>30 giorni</source>
   <translation>30 days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>3 mesi</source>
   <translation>3 months</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>non lavora più qui</source>
   <translation>works here no more</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>finito</source>
   <translation>ended</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/people.py" />
   <source>può entrare</source>
   <translation>can come in</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/photos</name>
  <message numerus="yes">
   <location filename="../../../ui/presenters/photos.py" />
   <source>Adesso ci sono gli animali. {count} foto sono ancora conservate, e nessuno le vede.</source>
   <extracomment>uno: Adesso ci sono gli animali. Una foto è ancora conservata, e nessuno la vede.</extracomment>
   <translation>
    <numerusform>Now there are the animals. {count} photo is still kept, and nobody sees it.</numerusform>
    <numerusform>Now there are the animals. {count} photos are still kept, and nobody sees them.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Ci sono di nuovo gli animali: qui subito, sugli altri portatili dopo uno scambio.</source>
   <translation>The animals are back: here at once, on the other laptops after an exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Togliere tutte le foto, per sempre? Nessuno può farle tornare.</source>
   <translation>Take all photos away, for ever? Nobody can bring them back.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Delle foto qui non resta niente. Altrove, con il prossimo scambio.</source>
   <translation>Nothing of the photos is left here. Elsewhere, with the next exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>La foto di {name} è salvata: qui subito, sugli altri portatili dopo uno scambio.</source>
   <translation>The photo of {name} is saved: here at once, on the other laptops after an exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Della foto di {name} qui non resta niente. Altrove, con il prossimo scambio.</source>
   <translation>Nothing of the photo of {name} is left here. Elsewhere, with the next exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Foto al posto degli animali</source>
   <translation>Photos instead of animals</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Se la scuola vuole, all’ingresso c’è la foto di chi entra. Serve il sì di ogni famiglia. Le foto restano nella scuola, sigillate come i nomi. Nessuna macchina le guarda per riconoscere qualcuno.</source>
   <translation>If the school wants, the sign-in shows the photo of who comes in. Every family has to say yes. Photos stay inside the school, sealed as names are. No machine looks at them to recognise anybody.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Usa le foto</source>
   <translation>Use photos</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Torna agli animali</source>
   <translation>Back to the animals</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Togli tutte le foto</source>
   <translation>Take all photos away</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Adesso ci sono gli animali.</source>
   <translation>Now there are the animals.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>La scuola usa le foto: qui subito, sugli altri portatili dopo uno scambio.</source>
   <translation>The school uses photos: here at once, on the other laptops after an exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Foto</source>
   <translation>Photo</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>La foto di {} prende il posto dell’animale. La famiglia deve essere d’accordo.</source>
   <translation>The photo of {} takes the place of the animal. The family has to agree.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>La scuola adesso usa gli animali. La foto di {} è ancora conservata, e nessuno la vede.</source>
   <translation>The school uses the animals now. The photo of {} is still kept, and nobody sees it.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Scegli una foto</source>
   <translation>Choose a photo</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Usa la telecamera</source>
   <translation>Use the camera</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Scatta</source>
   <translation>Take it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Foto (*.jpg *.jpeg *.png *.webp)</source>
   <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Trascina la foto, o usa le frecce. Con più e meno si avvicina e si allontana.</source>
   <translation>Drag the photo, or use the arrows. Plus and minus bring it nearer or farther.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <location filename="../../../ui/widgets/lesson/viewer.py" />
   <source>Più vicino</source>
   <translation>Closer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <location filename="../../../ui/widgets/lesson/viewer.py" />
   <source>Più lontano</source>
   <translation>Farther</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Salva la foto</source>
   <translation>Save the photo</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Togli la foto</source>
   <translation>Take the photo away</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Scegli una foto da un file: va bene lo stesso.</source>
   <translation>Choose a photo from a file: that is just as good.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/photos.py" />
   <source>Le foto si vedono: ce ne sono {count}. Le mette la maestra, dalla scheda di ciascuno.</source>
   <extracomment>uno: Le foto si vedono: ce n’è una. La mette la maestra, dalla scheda di ciascuno.</extracomment>
   <translation>
    <numerusform>Photos are shown: there is {count}. The teacher sets them, from everyone’s sheet.</numerusform>
    <numerusform>Photos are shown: there are {count}. The teacher sets them, from everyone’s sheet.</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/photos.py" />
   <source>Le foto si possono usare. Le mette la maestra, dalla scheda di ciascuno.</source>
   <translation>Photos may be used. The teacher sets them, from everyone’s sheet.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/places</name>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca</source>
   <translation>Search</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>classe {grades} · cambia</source>
   <translation>year {grades} · change</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Non sei {name}? Torna agli animali.</source>
   <translation>Not {name}? Go back to the animals.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>{title} · esci</source>
   <translation>{title} · leave</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Chiudi e torna agli animali.</source>
   <translation>Close and go back to the animals.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Oggi</source>
   <translation>Today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>Ripasso</source>
   <translation>Review</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/stones.py" />
   <source>I miei sassi</source>
   <translation>My stones</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Ospite</source>
   <translation>Guest</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>niente si salva · esci</source>
   <translation>nothing is saved · leave</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Torna agli animali.</source>
   <translation>Go back to the animals.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Bambini</source>
   <translation>Children</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places.py" />
   <source>Scambi</source>
   <translation>Exchanges</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/places_map</name>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>{place}: {lessons}</source>
   <translation>{place}: {lessons}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>{place}: {title}</source>
   <translation>{place}: {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>Tocca un luogo per aprire la sua lezione.</source>
   <translation>Touch a place to open its lesson.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>Tutti i luoghi</source>
   <translation>All places</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>La mappa è ancora vuota</source>
   <translation>The map is still empty</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>I luoghi arrivano con le loro lezioni.</source>
   <translation>Places come with their lessons.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>Torna in Biblioteca</source>
   <translation>Back to the Library</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/places_map.py" />
   <source>Mare Adriatico</source>
   <translation>Adriatic Sea</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/pupil_sheet</name>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>La scheda di {name} è cambiata.</source>
   <translation>{name}’s record has changed.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{name} non è più nell’elenco. Quello che ha fatto resta.</source>
   <translation>{name} is no longer on the list. What they did stays.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{name} è di nuovo nell’elenco.</source>
   <translation>{name} is on the list again.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>La cartella «{name}» è pronta: consegnala a mano.</source>
   <translation>The folder “{name}” is ready: hand it over in person.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{name} parte con il prossimo scambio. Nell’altro plesso la maestra lo trova tra gli arrivi.</source>
   <translation>{name} leaves with the next exchange. At the other site the teacher finds the child among the arrivals.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Nel file «{name}» ci sono {facts}.</source>
   <translation>The file “{name}” holds {facts}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Di questo bambino qui non resta niente. Altrove, con il prossimo scambio.</source>
   <translation>Nothing of this child is left here. Elsewhere, with the next exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Restano qui {count}, che non si possono aprire.</source>
   <translation>{count} that cannot be opened stay here.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Scheda</source>
   <translation>Record</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Consegna i dati</source>
   <translation>Hand over the data</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Cambia scuola</source>
   <translation>Change school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Togli dall’elenco</source>
   <translation>Take off the list</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Cancella per sempre</source>
   <translation>Erase for ever</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Torna alla scheda</source>
   <translation>Back to the record</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Prepara una cartella con tutto quello che la scuola sa di {}: una pagina da leggere o stampare, e gli stessi dati per un altro programma. I nomi degli altri bambini sono coperti.</source>
   <translation>Makes a folder with everything the school knows of {}: a page to read or print, and the same data for another program. The names of other children are covered.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Scegli dove metterla</source>
   <translation>Choose where to put it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Raccolgo tutto…</source>
   <translation>Gathering everything…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Quello che {} ha fatto, scritto e scelto parte con il bambino. Figure e tessera si danno di nuovo là.</source>
   <translation>What {} did, wrote and chose goes along with the child. Pictures and card are given anew there.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>In un altro plesso</source>
   <translation>To another site</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>In un’altra scuola</source>
   <translation>To another school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Scegli la chiavetta o la cartella</source>
   <translation>Choose the stick or the folder</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Preparo il passaggio…</source>
   <translation>Preparing the transfer…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Il codice che apre il file. Dillo per telefono: non metterlo con il file.</source>
   <translation>The code that opens the file. Say it over the phone: do not put it with the file.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Le sei cifre di questa scuola. Di là devono vedere le stesse.</source>
   <translation>This school’s six digits. Over there they must see the same.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Quando di là l’hanno accolto, torna alla scheda e toglilo dall’elenco.</source>
   <translation>Once they have welcomed the child, come back to the record and take them off the list.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Che cosa succede se cancelli {}</source>
   <translation>What happens if you erase {}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Ho capito, continua</source>
   <translation>I understand, go on</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Scrivi il nome di chi cancelli</source>
   <translation>Write the name of who you erase</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Parola d’ordine del tecnico</source>
   <translation>The technician’s password</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Il nome non è quello di questa scheda.</source>
   <translation>The name is not the one on this record.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>No, lascia stare</source>
   <translation>No, leave it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Non c’era niente da cambiare.</source>
   <translation>There was nothing to change.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{name} non è più nell’elenco. Quello che ha fatto resta, la foto no.</source>
   <translation>{name} is no longer on the list. What they did stays, the photo does not.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Qui il nome, le risposte e le note spariscono subito, anche dalle copie.</source>
   <translation>Here the name, answers and notes go at once, from the copies too.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Sugli altri portatili, sulle chiavette e in regione, al prossimo scambio.</source>
   <translation>On the other laptops, on sticks and at the region, with the next exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>Nessuno può tornare indietro. Se la famiglia vuole i dati, consegnali prima.</source>
   <translation>Nobody can undo it. If the family wants the data, hand them over first.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_sheet.py" />
   <source>{closed} e qui non si aprono: la pagina lo dice.</source>
   <translation>{closed} and do not open here: the page says so.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/pupil_steps</name>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>Non ha ancora risposto.</source>
   <translation>No answer yet.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>(scritta su un portatile con chiavi che qui non ci sono)</source>
   <translation>(written on a laptop whose keys are not here)</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>da leggere</source>
   <translation>to read</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>giusta</source>
   <translation>right</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>in parte giusta</source>
   <translation>partly right</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <location filename="../../../ui/widgets/exercises/states.py" />
   <source>non ancora</source>
   <translation>not yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>chiede aiuto</source>
   <translation>asks for help</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>ci prova</source>
   <translation>trying</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupil_steps.py" />
   <source>Passo {place}</source>
   <translation>Step {place}</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/pupils</name>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>tocca la sua foto</source>
   <translation>touches their photo</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>tocca il suo animale</source>
   <translation>touches their animal</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Come entra ciascuno, una parola da mandare, la sua scheda.</source>
   <translation>How each one comes in, a word to send, their record.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Qui non c’è ancora nessuno</source>
   <translation>Nobody is here yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Gli alunni arrivano con la prima sincronizzazione.</source>
   <translation>The pupils arrive with the first exchange.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Figure</source>
   <translation>Figures</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Tessera</source>
   <translation>Card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Scrivi una parola</source>
   <translation>Write a word</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Scegli tre figure, in ordine. Le tocca chi entra.</source>
   <translation>Choose three figures, in order. They are touched on coming in.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Senza figure</source>
   <translation>No figures</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Chi ha la tessera entra scrivendo la parola, o mostrando il disegno alla telecamera.</source>
   <translation>Whoever has the card comes in by writing its word, or by showing the drawing to the camera.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Nuova tessera</source>
   <translation>New card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Togli la tessera</source>
   <translation>Take the card away</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Che cosa vuoi dire a {}?</source>
   <translation>What do you want to say to {}?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Manda</source>
   <translation>Send</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>La parola per {} è partita: la trova in Oggi.</source>
   <translation>The word for {} is on its way: they find it in Today.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Fatto: {} entra così.</source>
   <translation>Done: this is how {} comes in.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>In partenza per un altro plesso: sta qui finché di là lo accolgono.</source>
   <translation>Leaving for another site: stays here until they welcome the child there.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Ultima parola: {when}</source>
   <translation>Last word: {when}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>tocca tre figure</source>
   <translation>touches three figures</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>ha la tessera</source>
   <translation>has the card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/pupils.py" />
   <source>Entra così: </source>
   <translation>Comes in like this: </translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/reading</name>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Come leggo</source>
   <translation>How I read</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Scegli quello che ti fa leggere bene. Ti segue su ogni portatile della scuola.</source>
   <translation>Choose what helps you read well. It follows you to every laptop of the school.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Prova qui</source>
   <translation>Try here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>La volpe esce quando il sole cala. Cammina piano, annusa l’aria e ascolta il bosco. Sotto la neve sente un topo che si muove.</source>
   <translation>The fox comes out when the sun goes down. It walks softly, sniffs the air and listens to the wood. Under the snow it hears a mouse that moves.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/presenters/review.py" />
   <source>Torna a Oggi</source>
   <translation>Back to Today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>normale</source>
   <translation>normal</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>un po’ di più</source>
   <translation>a little more</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>di più</source>
   <translation>more</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>molto</source>
   <translation>a lot</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Grandezza del testo</source>
   <translation>Size of the text</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Carattere</source>
   <translation>Typeface</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Spazio tra le lettere</source>
   <translation>Space between letters</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Spazio tra le righe</source>
   <translation>Space between lines</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Colori</source>
   <translation>Colours</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Velocità della voce</source>
   <translation>Speed of the voice</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/presenters/search.py" />
   <source>Lingua</source>
   <translation>Language</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Righello</source>
   <translation>Ruler</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Una striscia segue la riga che leggi.</source>
   <translation>A band follows the line you read.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori calmi</source>
   <translation>Calm colours</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Colori più morbidi, per occhi stanchi.</source>
   <translation>Softer colours, for tired eyes.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Meno movimento</source>
   <translation>Less movement</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>Niente si muove e niente lampeggia.</source>
   <translation>Nothing moves and nothing blinks.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>molto lenta</source>
   <translation>very slow</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>lenta</source>
   <translation>slow</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>svelta</source>
   <translation>quick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>chiari</source>
   <translation>light</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>scuri</source>
   <translation>dark</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading.py" />
   <source>molto contrasto</source>
   <translation>high contrast</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/reading_aloud</name>
  <message>
   <location filename="../../../ui/presenters/reading_aloud.py" />
   <source>Questo computer non ha ancora una voce.</source>
   <translation>This computer has no voice yet.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/reading_aloud.py" />
   <source>Leggi con la riga, o chiedi a un grande. Il tecnico può mettere «espeak-ng».</source>
   <translation>Read with the ruler, or ask a grown-up. The technician can add “espeak-ng”.</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/review</name>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Oggi era difficile. Tornano domani, una alla volta.</source>
   <translation>Today it was hard. They come back tomorrow, one at a time.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/review.py" />
   <source>{count} domande</source>
   <extracomment>uno: {count} domanda</extracomment>
   <translation>
    <numerusform>{count} question</numerusform>
    <numerusform>{count} questions</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Torna {day}: {many}.</source>
   <translation>Back {day}: {many}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>L’hai fatta {ago}: la ricordi?</source>
   <translation>You did it {ago}: do you remember it?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Le hai guardate tutte. Puoi farle un’altra volta.</source>
   <translation>You have looked at them all. You can do them another time.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Le ricordavi tutte. Torneranno fra un po’.</source>
   <translation>You remembered them all. They will be back in a while.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Qualcuna la ricordavi bene. Le altre tornano presto.</source>
   <translation>Some you remembered well. The others come back soon.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Pochi minuti al giorno, per non dimenticare.</source>
   <translation>A few minutes a day, so as not to forget.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Perché proprio queste?</source>
   <translation>Why these ones?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Sono domande che hai già fatto. Ognuna torna quando stai per dimenticarla. Se la ricordi, la volta dopo torna più tardi.</source>
   <translation>They are questions you have done before. Each comes back when you are about to forget it. If you remember it, next time it comes back later.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>Comincia</source>
   <translation>Begin</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Salta questa</source>
   <translation>Skip this one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Oggi non c’è niente da ripassare</source>
   <translation>There is nothing to review today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Ripasso fatto!</source>
   <translation>Review done!</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Fai un esercizio. Fra qualche giorno lo ritrovi qui.</source>
   <translation>Do an exercise. In a few days you find it here again.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>Per oggi basta così. Domani ce ne sono altre.</source>
   <translation>Enough for today. Tomorrow there are more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>domani</source>
   <translation>tomorrow</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>fra {days} giorni</source>
   <translation>in {days} days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>{ago} non era ancora venuta: riprova adesso.</source>
   <translation>{ago} it had not come out yet: try again now.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/review.py" />
   <source>oggi</source>
   <translation>today</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/search</name>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>{passages} in {count}</source>
   <translation>{passages} in {count}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Non ho trovato «{query}»</source>
   <translation>I did not find “{query}”</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Ho cercato anche «{suggestion}».</source>
   <translation>I also searched for “{suggestion}”.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Che cosa cerchi?</source>
   <translation>What are you looking for?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Una parola, un luogo, una storia</source>
   <translation>A word, a place, a story</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Che cosa</source>
   <translation>What</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Area</source>
   <translation>Area</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Tutte</source>
   <translation>All</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Suggerimenti</source>
   <translation>Suggestions</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Che cosa vuoi scoprire?</source>
   <translation>What do you want to discover?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Scrivi una parola: cerco in tutte le lezioni di questo portatile, anche senza linea.</source>
   <translation>Write a word: I search all the lessons of this laptop, even without a connection.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Prova con una parola più corta, o togli un filtro.</source>
   <translation>Try a shorter word, or take a filter away.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Apri: {text}</source>
   <translation>Open: {text}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca: {text}</source>
   <translation>Search: {text}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Forse è scritta in un altro modo.</source>
   <translation>Perhaps it is spelled another way.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Cerca «{suggestion}»</source>
   <translation>Search for “{suggestion}”</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Esercizi</source>
   <translation>Exercises</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/search.py" />
   <source>Pacchetti</source>
   <translation>Packs</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/set_aside</name>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>{count}: {reason}</source>
   <translation>{count}: {reason}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Da: {writer}. {todo}</source>
   <translation>From: {writer}. {todo}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>senza effetto</source>
   <translation>without effect</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Messe da parte</source>
   <translation>Set aside</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Queste cose sono al sicuro e passano agli altri portatili, ma non contano. Niente va perso.</source>
   <translation>These things are safe and go on to the other laptops, but they do not count. Nothing is lost.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>portatile {device}</source>
   <translation>laptop {device}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritte da una versione più nuova del programma: conteranno dopo l’aggiornamento</source>
   <translation>written by a newer version of the program: they will count after the update</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritte male</source>
   <translation>badly written</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>scritte fuori posto</source>
   <translation>written out of place</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>di un portatile che la scuola non ha ancora ammesso</source>
   <translation>from a laptop that the school has not let in yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>di un portatile che non è ammesso in questo plesso</source>
   <translation>from a laptop that is not admitted at this site</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>di un portatile escluso, dopo l’esclusione</source>
   <translation>from an excluded laptop, after it was excluded</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmate da chi la scuola non conosce ancora</source>
   <translation>signed by somebody the school does not know yet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmate da chi non può scriverle</source>
   <translation>signed by somebody who may not write them</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>con una firma falsa</source>
   <translation>with a false signature</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>firmate con una chiave ritirata, dopo il ritiro</source>
   <translation>signed with a key that was taken back, afterwards</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>certificati che non sono di questa scuola</source>
   <translation>certificates that are not of this school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>esclusioni che non sono di questa scuola</source>
   <translation>exclusions that are not of this school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Aggiorna Scuola Digitale su questo portatile: poi conteranno.</source>
   <translation>Update Scuola Digitale on this laptop: then they will count.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Aggiorna Scuola Digitale sul portatile che le ha scritte.</source>
   <translation>Update Scuola Digitale on the laptop that wrote them.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Se il portatile è della scuola, fallo entrare dalla pagina Portatili.</source>
   <translation>If the laptop is the school’s, let it in on the page Laptops.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Se ora il portatile lavora qui, fallo entrare di nuovo, in questo plesso.</source>
   <translation>If the laptop works here now, let it in again, at this site.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>È giusto così. Se il portatile è tornato, fallo entrare di nuovo.</source>
   <translation>This is right. If the laptop is back, let it in again.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Aspetta il prossimo scambio: di solito si sistema da solo.</source>
   <translation>Wait for the next exchange: it usually settles by itself.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>È giusto così. Se servono, le rifà chi può: la maestra, o il tecnico.</source>
   <translation>This is right. If they are needed, who may does them again: the teacher, or the technician.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Guarda quel portatile. Se non ti fidi, di’ che è perso: non conterà più.</source>
   <translation>Look at that laptop. If you do not trust it, say that it is lost: it will count no more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>È giusto così: chi ha finito qui non scrive più.</source>
   <translation>This is right: who has finished here writes no more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>Controlla le chiavette: una viene da un’altra scuola.</source>
   <translation>Check the sticks: one comes from another school.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>da guardare</source>
   <translation>look at this</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>aspetta</source>
   <translation>waiting</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/set_aside.py" />
   <source>non conta</source>
   <translation>does not count</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/sign_in</name>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>{name}, classe {grades}, {avatar}</source>
   <translation>{name}, year {grades}, {avatar}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>{name}, classe {grades}</source>
   <translation>{name}, class {grades}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Chi sei?</source>
   <translation>Who are you?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tocca il tuo animale.</source>
   <translation>Touch your animal.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tocca la tua foto.</source>
   <translation>Touch your photo.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tocca la tua foto, o il tuo animale.</source>
   <translation>Touch your photo, or your animal.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Ho la tessera</source>
   <translation>I have the card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>La tua tessera</source>
   <translation>Your card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>La parola della tessera</source>
   <translation>The card’s word</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Scrivi la parola che leggi sulla tessera.</source>
   <translation>Write the word you read on the card.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Questa parola non è di nessuno. Riguarda la tessera e riprova.</source>
   <translation>This word is nobody’s. Look at the card again and try once more.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono un ospite</source>
   <translation>I am a guest</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tessera</source>
   <comment>door</comment>
   <translation>Card</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Ospite</source>
   <comment>door</comment>
   <translation>Guest</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Li aggiunge la maestra. O arrivano da soli, con la linea.</source>
   <translation>Your teacher adds them. Or they arrive by themselves, with the connection.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono un’insegnante</source>
   <translation>I am a teacher</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Insegnante</source>
   <comment>door</comment>
   <translation>Teacher</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Sono il tecnico</source>
   <translation>I am the technician</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/sign_in.py" />
   <source>Tecnico</source>
   <comment>door</comment>
   <translation>Technician</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/stones</name>
  <message numerus="yes">
   <location filename="../../../ui/presenters/stones.py" />
   <source>{count} sassi posati</source>
   <extracomment>uno: {count} sasso posato</extracomment>
   <translation>
    <numerusform>{count} stone laid</numerusform>
    <numerusform>{count} stones laid</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ancora {count} e questo ometto è intero.</source>
   <translation>Another {count} and this cairn is whole.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ogni esercizio riuscito è un sasso. Il tuo ometto cresce con te.</source>
   <translation>Each exercise that works out is a stone. Your cairn grows with you.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Che cosa so fare</source>
   <translation>What I can do</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Ci sto lavorando</source>
   <translation>I am working on it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Il tuo ometto aspetta il primo sasso</source>
   <translation>Your cairn waits for its first stone</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Apri una lezione e prova un esercizio: puoi sbagliare quanto vuoi.</source>
   <translation>Open a lesson and try an exercise: you may go wrong as often as you like.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Vai a Oggi</source>
   <translation>Go to Today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>Un ometto intero! Il prossimo sasso ne comincia un altro.</source>
   <translation>A whole cairn! The next stone begins another one.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>{count} oggi</source>
   <translation>{count} today</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/presenters/stones.py" />
   <location filename="../../../ui/presenters/today.py" />
   <source>{count} sassi</source>
   <extracomment>uno: {count} sasso</extracomment>
   <translation>
    <numerusform>{count} stone</numerusform>
    <numerusform>{count} stones</numerusform>
   </translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/stones.py" />
   <source>{laid} su {number}</source>
   <translation>{laid} of {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/tables_at_hand</name>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Misura</source>
   <translation>Measure</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Quanto vale</source>
   <translation>What it is worth</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Figura</source>
   <translation>Shape</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Contorno</source>
   <translation>Perimeter</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Per</source>
   <comment>tabellina</comment>
   <translation>Times</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Fa</source>
   <comment>tabellina</comment>
   <translation>Makes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Lunghezze</source>
   <translation>Lengths</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Pesi</source>
   <translation>Weights</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Liquidi</source>
   <translation>Liquids</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Tempo</source>
   <translation>Time</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Contorni e aree</source>
   <translation>Perimeters and areas</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Articoli</source>
   <translation>Articles</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Essere e avere</source>
   <translation>To be and to have</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Parole che si confondono</source>
   <translation>Words that are mixed up</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>1 ora</source>
   <translation>1 hour</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>60 minuti</source>
   <translation>60 minutes</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>1 minuto</source>
   <translation>1 minute</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>60 secondi</source>
   <translation>60 seconds</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>1 giorno</source>
   <translation>1 day</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>24 ore</source>
   <translation>24 hours</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>1 settimana</source>
   <translation>1 week</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>7 giorni</source>
   <translation>7 days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>1 anno</source>
   <translation>1 year</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>12 mesi, 365 giorni</source>
   <translation>12 months, 365 days</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Quadrato</source>
   <translation>Square</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Rettangolo</source>
   <translation>Rectangle</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Triangolo</source>
   <translation>Triangle</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Rombo</source>
   <translation>Rhombus</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Trapezio</source>
   <translation>Trapezium</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Cerchio</source>
   <translation>Circle</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>uno solo</source>
   <translation>just one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>tanti</source>
   <translation>many</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>uno qualsiasi</source>
   <translation>any one</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Quanti</source>
   <translation>How many</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Maschile</source>
   <translation>Masculine</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Femminile</source>
   <translation>Feminine</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Chi</source>
   <translation>Who</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <source>Parole</source>
   <translation>Words</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/tables_at_hand.py" />
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Esempio</source>
   <translation>Example</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/today</name>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Ogni esercizio è un sasso del tuo ometto.</source>
   <translation>Each exercise is a stone of your cairn.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Ogni esercizio è un sasso del tuo ometto.{laid}</source>
   <translation>Each exercise is a stone of your cairn.{laid}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>{count} in tutto</source>
   <translation>{count} in all</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dal {title} {name}</source>
   <translation>from {title} {name}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>L’ultima volta eri all’esercizio {place}.</source>
   <translation>Last time you were at exercise {place}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Riprendi da dove eri.</source>
   <translation>Go on from where you were.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>I tuoi compiti</source>
   <translation>Your tasks</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Nessun compito per oggi</source>
   <translation>No tasks for today</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Scegli una storia o una lezione. Sono in Biblioteca.</source>
   <translation>Choose a story or a lesson. They are in the Library.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Adesso scegli tu</source>
   <translation>Now you choose</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Il tuo ometto</source>
   <translation>Your cairn</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dati {what}</source>
   <translation>{what}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Una parola {what}</source>
   <translation>A word {what}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Una parola per te</source>
   <translation>A word for you</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>Oggi hai posato {count}.</source>
   <translation>Today you laid {count}.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source> Oggi ne hai posati {today}.</source>
   <translation> Today you laid {today} of them.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>da {name}</source>
   <translation>by {name}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>dalla {title} {name}</source>
   <translation>from {title} {name}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source> Oggi ne hai posato uno.</source>
   <translation> Today you laid one of them.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/stones_page.py" />
   <source>Continua</source>
   <translation>Continue</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>{done} di {number}</source>
   <translation>{done} of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <location filename="../../../ui/widgets/stones_page.py" />
   <source>Rivedi</source>
   <translation>See again</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>continua da qui</source>
   <translation>continue from here</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/today.py" />
   <source>comincia da qui</source>
   <translation>begin here</translation>
  </message>
 </context>
 <context>
  <name>ui/presenters/welcome</name>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Passo {place} di {number}</source>
   <translation>Step {place} of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>La richiesta è sulla chiavetta. Il tecnico deve vedere queste sei cifre: {digits}. Poi torna qui e leggi la risposta.</source>
   <translation>The request is on the stick. The technician must see these six digits: {digits}. Then come back here and read the answer.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le sei cifre della scuola sono {digits}. Il tecnico ha le stesse sul suo portatile?</source>
   <translation>The school’s six digits are {digits}. Does the technician have the same on their laptop?</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le due parole d’ordine non sono uguali.</source>
   <translation>The two passwords are not the same.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Fonda la tua scuola</source>
   <translation>Found your school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome della scuola</source>
   <translation>Name of the school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Codice meccanografico, se lo sai</source>
   <translation>School code, if you know it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: Scuola di Valdoro</source>
   <translation>for example: School of Valdoro</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: MCEE123456</source>
   <translation>for example: MCEE123456</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Parola d’ordine, almeno 12 caratteri</source>
   <translation>Password, at least 12 characters</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Ancora una volta</source>
   <translation>Once more</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Nome di questo portatile</source>
   <translation>Name of this laptop</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: Armadio 1</source>
   <translation>for example: Cupboard 1</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Indietro</source>
   <translation>Back</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Fonda la scuola</source>
   <translation>Found the school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Faccio le chiavi della scuola…</source>
   <translation>Making the school’s keys…</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Le ho scritte</source>
   <translation>I have written them down</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Entra in una scuola</source>
   <translation>Join a school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Serve il tecnico, con il suo portatile: gli basta un minuto.</source>
   <translation>You need the technician, with their laptop: it takes them a minute.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>I due portatili sono sulla stessa rete. Il tecnico ti dice un indirizzo e sei cifre.</source>
   <translation>Both laptops are on the same network. The technician tells you an address and six digits.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Indirizzo</source>
   <translation>Address</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: 192.168.1.5:43210</source>
   <translation>for example: 192.168.1.5:43210</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>per esempio: 472 915</source>
   <translation>for example: 472 915</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <location filename="../../../ui/widgets/card_door.py" />
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Entra</source>
   <translation>Come in</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Senza rete: la chiavetta va dal tecnico con la richiesta e torna con la risposta.</source>
   <translation>Without a network: the stick goes to the technician with the request and comes back with the answer.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>1. Metti la richiesta sulla chiavetta</source>
   <translation>1. Put the request on the stick</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>2. Leggi la risposta</source>
   <translation>2. Read the answer</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Sono le stesse: entra</source>
   <translation>They are the same: come in</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Scrivila di nuovo, uguale nei due posti.</source>
   <translation>Write it again, the same in both places.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Solo per provare</source>
   <translation>Just to try it</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Gira in una scuola inventata, con i suoi alunni e le sue lezioni. Niente di ciò che fai conta.</source>
   <translation>Look around an invented school, with its pupils and its lessons. Nothing you do there counts.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Una scuola nuova</source>
   <translation>A new school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Segui i computer della scuola? Dalle un nome e custodisci le sue chiavi.</source>
   <translation>Do you look after the school’s computers? Give it a name and keep its keys safe.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Una scuola che c’è già</source>
   <translation>A school that exists</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Il tecnico fa entrare questo portatile con un codice detto a voce o con una chiavetta.</source>
   <translation>The technician lets this laptop in with a code said aloud or with a stick.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Il foglio della scuola</source>
   <translation>The school’s sheet</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Un’ultima cosa. Se un giorno nessuno ricorda la parola d’ordine, queste lettere rimettono in piedi la scuola. Scrivile su un foglio e chiudilo in un cassetto: da qui non si potranno rileggere.</source>
   <translation>One last thing. If one day nobody remembers the password, these letters put the school back on its feet. Write them on a sheet and lock it in a drawer: they cannot be read here again.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>La tua scuola</source>
   <translation>Your school</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Il nome è quello che i bambini vedono in alto. Il codice puoi lasciarlo vuoto.</source>
   <translation>The name is the one children see at the top. You may leave the code empty.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Chi segue i computer</source>
   <translation>Who looks after the computers</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Questa parola d’ordine custodisce le chiavi della scuola: nessuno la può rifare. Scrivila su un foglio e chiudilo in un cassetto.</source>
   <translation>This password guards the school’s keys: nobody can make it again. Write it on a sheet and lock it in a drawer.</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Questo portatile</source>
   <translation>This laptop</translation>
  </message>
  <message>
   <location filename="../../../ui/presenters/welcome.py" />
   <source>Dagli un nome che si capisce guardando l’armadio: Armadio 1, Finestra…</source>
   <translation>Give it a name that makes sense when you look at the cupboard: Cupboard 1, Window…</translation>
  </message>
 </context>
 <context>
  <name>ui/region_line</name>
  <message>
   <location filename="../../../ui/region_line.py" />
   <source>Questo portatile non conosce l’indirizzo della regione.</source>
   <translation>This laptop does not know the region’s address.</translation>
  </message>
  <message>
   <location filename="../../../ui/region_line.py" />
   <source>Lo scrive il tecnico nella pagina Sincronizzazione. Oppure: «scuola-digitale sync --region https://…».</source>
   <translation>The technician writes it on the Synchronisation page. Or: “scuola-digitale sync --region https://…”.</translation>
  </message>
 </context>
 <context>
  <name>ui/setting_up</name>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Manca {what}.</source>
   <translation>Missing: {what}.</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Il codice meccanografico non è scritto bene.</source>
   <translation>The school code is not written correctly.</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Scrivilo e vai avanti: lo potrai cambiare più tardi.</source>
   <translation>Write it and go on: you can change it later.</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>Sono dieci lettere e cifre, per esempio MCEE123456; se non lo sai, lascialo vuoto.</source>
   <translation>It is ten letters and figures, for example MCEE123456; if you do not know it, leave it empty.</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome della scuola</source>
   <translation>the school’s name</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome di chi segue i computer</source>
   <translation>the name of whoever looks after the computers</translation>
  </message>
  <message>
   <location filename="../../../ui/setting_up.py" />
   <source>il nome di questo portatile</source>
   <translation>the name of this laptop</translation>
  </message>
 </context>
 <context>
  <name>ui/stage</name>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Qui non c’è uno schermo, e la finestra non può aprirsi.</source>
   <translation>There is no screen here, and the window cannot open.</translation>
  </message>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Qui non c’è uno schermo.</source>
   <translation>There is no screen here.</translation>
  </message>
  <message>
   <location filename="../../../ui/stage.py" />
   <source>Aprila da un computer con lo schermo; i comandi li elenca «scuola-digitale --help».</source>
   <translation>Open it from a computer with a screen; “scuola-digitale --help” lists the commands.</translation>
  </message>
 </context>
 <context>
  <name>ui/unlocking</name>
  <message>
   <location filename="../../../ui/unlocking.py" />
   <source>Su questo portatile non si conosce ancora chi può farlo.</source>
   <translation>This laptop does not know yet who may do it.</translation>
  </message>
  <message>
   <location filename="../../../ui/unlocking.py" />
   <source>Sincronizza il portatile con la scuola e riprova.</source>
   <translation>Exchange with the school and try again.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/assign_page</name>
  <message>
   <location filename="../../../ui/widgets/assign_page.py" />
   <source>Lezione per la {label}</source>
   <translation>Lesson for year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/assign_page.py" />
   <source>Esercizio {number}</source>
   <translation>Exercise {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/board_cells</name>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Che cosa ha risposto {name}</source>
   <translation>What {name} answered</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Invio: che cosa ha risposto</source>
   <translation>Enter: what they answered</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Vai da {name}</source>
   <translation>Go to {name}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Classe {label}, {title}</source>
   <translation>Year {label}, {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <location filename="../../../ui/widgets/faces.py" />
   <location filename="../../../ui/widgets/library_page.py" />
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Classe {label}</source>
   <translation>Year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_cells.py" />
   <source>Classe {label}: {words}. Vai da questa classe</source>
   <translation>Year {label}: {words}. Go to this year</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/board_page</name>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Cambia compito</source>
   <translation>Change task</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Pausa</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Tabella</source>
   <translation>Table</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>La classe come una tabella, alunno per alunno</source>
   <translation>The class as a table, pupil by pupil</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Compito</source>
   <translation>Task</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Tutti in ora autonoma</source>
   <translation>Everyone works alone</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Ora diretta con la {label}</source>
   <translation>With year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Comincia con la {label}</source>
   <translation>Begin with year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/board_page.py" />
   <source>Passa alla {label}</source>
   <translation>Move on to year {label}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/book_cards</name>
  <message>
   <location filename="../../../ui/widgets/book_cards.py" />
   <source>{minutes} · {laid} su {number}</source>
   <translation>{minutes} · {laid} of {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/camera</name>
  <message>
   <location filename="../../../ui/widgets/camera.py" />
   <source>Qui non c’è una telecamera che funziona.</source>
   <translation>There is no working camera here.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/camera.py" />
   <source>Telecamera</source>
   <translation>Camera</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/camera.py" />
   <source>Scrivi la parola della tessera: va bene lo stesso.</source>
   <translation>Write the card’s word: that works just as well.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/card_camera</name>
  <message>
   <location filename="../../../ui/widgets/card_camera.py" />
   <source>Telecamera: tieni la tessera davanti allo schermo</source>
   <translation>Camera: hold the card in front of the screen</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/card</name>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Chiedi {teacher}</source>
   <translation>Ask {teacher}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Riprova a salvare</source>
   <translation>Try to save again</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Aiuto {number}: {hint}</source>
   <translation>Hint {number}: {hint}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>alla maestra</source>
   <translation>the teacher</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Ho chiesto aiuto</source>
   <translation>I have asked for help</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/card.py" />
   <source>Sto salvando…</source>
   <translation>Saving…</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/cloze</name>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>Spazio {number} di {total}: {what}</source>
   <translation>Gap {number} of {total}: {what}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>Spazio {number} di {total}</source>
   <translation>Gap {number} of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/cloze.py" />
   <source>vuoto</source>
   <translation>empty</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/feedback</name>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Ci sei quasi.</source>
   <translation>Almost there.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Non ancora.</source>
   <translation>Not yet.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Consegnata.</source>
   <translation>Handed in.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>I sassi di questa lezione sono {done} su {total}.</source>
   <translation>This lesson’s stones are {done} of {total}.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/feedback.py" />
   <source>Aiuto {number}</source>
   <translation>Hint {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/matching</name>
  <message>
   <location filename="../../../ui/widgets/exercises/matching.py" />
   <source>, unito a {spoken}</source>
   <translation>, joined to {spoken}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/matching.py" />
   <source>, in mano</source>
   <translation>, picked up</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/ordering</name>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>{item}, posto {place} di {total}</source>
   <translation>{item}, place {place} of {total}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>Spazio per prenderlo, poi frecce su e giù</source>
   <translation>Space to pick it up, then the up and down arrows</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/ordering.py" />
   <source>in giù</source>
   <translation>down</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/states</name>
  <message>
   <location filename="../../../ui/widgets/exercises/states.py" />
   <source>giusto!</source>
   <translation>right!</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/exercises/typing</name>
  <message>
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>Risposta, in {unit}</source>
   <translation>Answer, in {unit}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/exercises/typing.py" />
   <source>scrivi qui</source>
   <translation>write here</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/history_dialog</name>
  <message>
   <location filename="../../../ui/widgets/history_dialog.py" />
   <source>{back}: {field} «{value}», {told}</source>
   <translation>{back}: {field} “{value}”, {told}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/history_dialog.py" />
   <source>{field}: è tornato «{value}».</source>
   <translation>{field}: “{value}” is back.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/aloud</name>
  <message>
   <location filename="../../../ui/widgets/lesson/aloud.py" />
   <source>La lezione letta a voce qui non si sente.</source>
   <translation>The lesson read aloud cannot be heard here.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/aloud.py" />
   <source>Te la legge il computer. Dillo alla maestra.</source>
   <translation>The computer reads it to you. Tell your teacher.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/bar</name>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Ascolta</source>
   <translation>Listen</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Ascolta la lezione, o le parole scelte</source>
   <translation>Listen to the lesson, or to the chosen words</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Salva la lezione in un PDF da stampare</source>
   <translation>Save the lesson as a PDF to print</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Spazio</source>
   <translation>Spacing</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Riga</source>
   <translation>Ruler</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Altro</source>
   <translation>More</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Carattere: {reading_face}</source>
   <translation>Typeface: {reading_face}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Solo la lezione</source>
   <translation>Only the lesson</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori chiari</source>
   <translation>Light colours</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Colori scuri</source>
   <translation>Dark colours</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Contrasto alto</source>
   <translation>High contrast</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>Indice della lezione</source>
   <translation>The lesson’s contents</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Testo più piccolo</source>
   <translation>Smaller text</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo più grande</source>
   <translation>Larger text</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Spazio tra lettere e righe</source>
   <translation>Space between letters and lines</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Riga che segue quello che leggi</source>
   <translation>A ruler that follows what you read</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Altri modi di leggere</source>
   <translation>Other ways of reading</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Calcolatrice e tabelle</source>
   <translation>Calculator and tables</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Lettere</source>
   <translation>Letters</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Righe</source>
   <translation>Lines</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/bar.py" />
   <source>Voce {speed}</source>
   <translation>Voice {speed}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/boxes</name>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Citazione</source>
   <translation>Quotation</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Ricorda</source>
   <translation>Remember</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Prova fuori</source>
   <translation>Try it outside</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Attenzione</source>
   <translation>Take care</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>Nota</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>aperto</source>
   <translation>open</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/boxes.py" />
   <source>chiuso</source>
   <translation>closed</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/code</name>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Copia</source>
   <translation>Copy</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Copiato</source>
   <translation>Copied</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/code.py" />
   <source>Codice in {language}</source>
   <translation>Code in {language}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/ending</name>
  <message>
   <location filename="../../../ui/widgets/lesson/ending.py" />
   <source>Alla lezione dopo</source>
   <translation>To the next lesson</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/ending.py" />
   <source>Alla lezione prima</source>
   <translation>To the lesson before</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/ending.py" />
   <source>Poi viene «{title}».</source>
   <translation>Next comes “{title}”.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/equation</name>
  <message>
   <location filename="../../../ui/widgets/lesson/equation.py" />
   <source>Formula: {spoken}</source>
   <translation>Formula: {spoken}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/figure</name>
  <message>
   <location filename="../../../ui/widgets/lesson/figure.py" />
   <source>Invio o un tocco per vederla grande</source>
   <translation>Return or a touch to see it large</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/figure.py" />
   <source>Questo disegno non si apre.</source>
   <translation>This drawing does not open.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/figure.py" />
   <source>{missing} Mostrava: {alt}</source>
   <translation>{missing} It showed: {alt}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/film</name>
  <message>
   <location filename="../../../ui/widgets/lesson/film.py" />
   <source>Filmato: {title}</source>
   <translation>Film: {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/film.py" />
   <source>Spazio: parte e si ferma. Frecce: avanti e indietro. Esc: chiudi.</source>
   <translation>Space: play and wait. Arrows: on and back. Esc: close.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/frame</name>
  <message>
   <location filename="../../../ui/widgets/lesson/frame.py" />
   <source>Apro la lezione…</source>
   <translation>Opening the lesson…</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/frame.py" />
   <source>Torna indietro</source>
   <translation>Go back</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/heading</name>
  <message>
   <location filename="../../../ui/widgets/lesson/heading.py" />
   <source>Titolo di livello {level}</source>
   <translation>Heading of level {level}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/heading.py" />
   <source>Titolo della lezione</source>
   <translation>Title of the lesson</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/media</name>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Qui non si sentono ancora suoni e filmati.</source>
   <translation>Sounds and films cannot be played here yet.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media.py" />
   <source>Questo suono o filmato non si apre.</source>
   <translation>This sound or film does not open.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/media_bar</name>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Punto dell’ascolto</source>
   <translation>Point of the recording</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Ascolta: {title}</source>
   <translation>Listen: {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Testo</source>
   <translation>Captions</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>{now} di {whole}</source>
   <translation>{now} of {whole}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Velocità {said}</source>
   <translation>Speed {said}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Sottotitoli</source>
   <translation>Captions</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Grande come la finestra</source>
   <translation>As large as the window</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>Velocità 1</source>
   <translation>Speed 1</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/media_bar.py" />
   <source>in ascolto</source>
   <translation>playing</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/notes</name>
  <message>
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <source>Note della lezione</source>
   <translation>Notes of the lesson</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/notes.py" />
   <source>Note</source>
   <translation>Notes</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/outline</name>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{count} su {number}</source>
   <translation>{count} of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>{count} sassi su {number}</source>
   <translation>{count} stones of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <source>fatta</source>
   <translation>done</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/outline.py" />
   <location filename="../../../ui/widgets/rail.py" />
   <source>sei qui</source>
   <translation>you are here</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/page</name>
  <message>
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>Fatto: «{name}», {pages}.</source>
   <translation>Done: “{name}”, {pages}.</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/widgets/lesson/page.py" />
   <source>{count} pagine</source>
   <extracomment>uno: {count} pagina</extracomment>
   <translation>
    <numerusform>{count} page</numerusform>
    <numerusform>{count} pages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/paper</name>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Salva la lezione in PDF</source>
   <translation>Save the lesson as PDF</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Non riesco a scrivere «{name}».</source>
   <translation>I cannot write “{name}”.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/paper.py" />
   <source>Scegli un’altra cartella, o fai un po’ di posto.</source>
   <translation>Choose another folder, or make some room.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/passages</name>
  <message>
   <location filename="../../../ui/widgets/lesson/passages.py" />
   <source>spazio vuoto</source>
   <translation>empty space</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/place_line</name>
  <message>
   <location filename="../../../ui/widgets/lesson/place_line.py" />
   <source>Sei rimasto qui.</source>
   <translation>You stopped here.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/place_line.py" />
   <source>Dall’inizio</source>
   <translation>From the beginning</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/surroundings</name>
  <message>
   <location filename="../../../ui/widgets/lesson/surroundings.py" />
   <source>«{path}» non si trova.</source>
   <translation>“{path}” cannot be found.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/surroundings.py" />
   <source>Dillo al tecnico.</source>
   <translation>Tell the technician.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/table</name>
  <message>
   <location filename="../../../ui/widgets/lesson/table.py" />
   <source>Tabella di {number} righe e {number2} colonne</source>
   <translation>Table of {number} rows and {number2} columns</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/tools</name>
  <message>
   <location filename="../../../ui/widgets/lesson/tools.py" />
   <source>in uso</source>
   <translation>in use</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/lesson/viewer</name>
  <message>
   <location filename="../../../ui/widgets/lesson/viewer.py" />
   <source>Tutta intera</source>
   <translation>All of it</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/lesson/viewer.py" />
   <source>Più e meno: vicino o lontano. Frecce: ti muovi. Esc: chiudi.</source>
   <translation>Plus and minus: near or far. Arrows: you move. Esc: you close.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/look_button</name>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Aspetto</source>
   <translation>Look</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Chiaro</source>
   <translation>Light</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Scuro</source>
   <translation>Dark</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Alto contrasto</source>
   <translation>High contrast</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo normale</source>
   <translation>Normal text</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo grande</source>
   <translation>Large text</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Testo doppio</source>
   <translation>Double text</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/look_button.py" />
   <source>Aspetto: colori e grandezza del testo</source>
   <translation>Look: colours and size of the text</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/marking_page</name>
  <message>
   <location filename="../../../ui/widgets/marking_page.py" />
   <location filename="../../../ui/widgets/pupil_panels.py" />
   <source>{name}, classe {label}</source>
   <translation>{name}, year {label}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/marking_page.py" />
   <source>{name} trova qui la tua parola.</source>
   <translation>{name} finds your word here.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/menu</name>
  <message>
   <location filename="../../../ui/widgets/menu.py" />
   <source>apre un elenco</source>
   <translation>opens a list</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/note_tray</name>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Nel quaderno</source>
   <translation>In the notebook</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Evidenzia</source>
   <translation>Highlight</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Togli il colore</source>
   <translation>Take the colour away</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Scegli le parole con il mouse. Poi tocca «Evidenzia».</source>
   <translation>Choose the words with the mouse. Then touch “Highlight”.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Le parole non hanno più il colore.</source>
   <translation>The words have no colour any more.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Sulle parole:</source>
   <translation>On the words:</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>L’appunto è nel quaderno.</source>
   <translation>The note is in the notebook.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Le parole sono nel quaderno.</source>
   <translation>The words are in the notebook.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/note_tray.py" />
   <source>Il segnalibro è nel quaderno.</source>
   <translation>The bookmark is in the notebook.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/notice</name>
  <message>
   <location filename="../../../ui/widgets/notice.py" />
   <source>Chiudi l’avviso</source>
   <translation>Close the message</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/packs_page</name>
  <message>
   <location filename="../../../ui/widgets/packs_page.py" />
   <source>Installo da «{name}»</source>
   <translation>Installing from “{name}”</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/people_page</name>
  <message>
   <location filename="../../../ui/widgets/people_page.py" />
   <source>classe {grades} · {avatar}</source>
   <translation>year {grades} · {avatar}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/photo_file</name>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Questo file non è una foto che so leggere.</source>
   <translation>This file is no photo that I can read.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Questa foto è troppo grande per questo portatile.</source>
   <translation>This photo is too large for this laptop.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Questa foto è rovinata, o è arrivata a metà.</source>
   <translation>This photo is damaged, or only half of it arrived.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Non riesco ad aprire questo file.</source>
   <translation>I cannot open this file.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Scegli una foto JPEG, PNG o WebP, come quelle del telefono.</source>
   <translation>Choose a JPEG, PNG or WebP photo, as a telephone makes them.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Scegline una più piccola, o fanne una con la telecamera.</source>
   <translation>Choose a smaller one, or take one with the camera.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Copiala di nuovo dal telefono, o scegline un’altra.</source>
   <translation>Copy it from the telephone again, or choose another.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/photo_file.py" />
   <source>Se è su una chiavetta, guarda che sia inserita bene, e riprova.</source>
   <translation>If it is on a stick, see that it sits well, and try again.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/picture_lock</name>
  <message>
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{count} su {how_many}</source>
   <translation>{count} of {how_many}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{done} di {total}</source>
   <translation>{done} of {total}</translation>
  </message>
  <message numerus="yes">
   <location filename="../../../ui/widgets/picture_lock.py" />
   <source>{count} figure</source>
   <extracomment>uno: {count} figura</extracomment>
   <translation>
    <numerusform>{count} figure</numerusform>
    <numerusform>{count} figures</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/pupil_panels</name>
  <message>
   <location filename="../../../ui/widgets/pupil_panels.py" />
   <source>Codice della tessera {word}</source>
   <translation>Code of the card {word}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/pupil_panels.py" />
   <source>Nessuna figura, per ora</source>
   <translation>No figure yet</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/rail</name>
  <message>
   <location filename="../../../ui/widgets/rail.py" />
   <source>Cambia persona</source>
   <translation>Change person</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/refusal</name>
  <message>
   <location filename="../../../ui/widgets/refusal.py" />
   <source>Così non posso aprire la scuola</source>
   <translation>I cannot open the school like this</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/review_page</name>
  <message>
   <location filename="../../../ui/widgets/review_page.py" />
   <source>Questa domanda non c’è più.</source>
   <translation>This question is no longer there.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/review_page.py" />
   <source>Passa alla prossima.</source>
   <translation>Go on to the next one.</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/search_page</name>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Filtri</source>
   <translation>Filters</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Filtri: che cosa, area e classe</source>
   <translation>Filters: what, area and class</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Apri: {title}</source>
   <translation>Open: {title}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/search_page.py" />
   <source>Pacchetto</source>
   <translation>Pack</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/sheet_card</name>
  <message>
   <location filename="../../../ui/widgets/sheet_card.py" />
   <source>Chiudi la scheda</source>
   <translation>Close the record</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/staff_door</name>
  <message>
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Ciao, {name}!</source>
   <translation>Hello, {name}!</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/staff_door.py" />
   <source>Ciao!</source>
   <translation>Hello!</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/steps_dialog</name>
  <message>
   <location filename="../../../ui/widgets/steps_dialog.py" />
   <source>Giusto: {answer}</source>
   <translation>Right: {answer}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/stones</name>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>{done} sassi su {number}</source>
   <translation>{done} stones of {number}</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>{which} per cento</source>
   <translation>{which} percent</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/stones.py" />
   <source>Ometto di sassi: {laid} posati su {total}</source>
   <translation>Cairn: {laid} stones laid of {total}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/sync_page</name>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>Ultimo scambio riuscito</source>
   <translation>Last good exchange</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>Che cosa aspetta</source>
   <translation>What waits</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/sync_page.py" />
   <source>La regione</source>
   <translation>The region</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/today</name>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>Guarda</source>
   <translation>Look</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>Guarda i miei sassi</source>
   <translation>Look at my stones</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/today.py" />
   <source>{begin} il ripasso: {amount}</source>
   <translation>{begin} the review: {amount}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/toolbox</name>
  <message>
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Tabelline</source>
   <translation>Times tables</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Misure</source>
   <translation>Measures</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Formule</source>
   <translation>Formulae</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Grammatica</source>
   <translation>Grammar</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/toolbox.py" />
   <source>Tabellina del {number}</source>
   <translation>Times table of {number}</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/welcome</name>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Prova la scuola di Valdoro</source>
   <translation>Try the school of Valdoro</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Preparo la scuola di prova: ci vogliono pochi secondi…</source>
   <translation>Getting the example school ready: it takes a few seconds…</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/welcome.py" />
   <source>Benvenuti</source>
   <translation>Welcome</translation>
  </message>
 </context>
 <context>
  <name>ui/widgets/window</name>
  <message>
   <location filename="../../../ui/widgets/window.py" />
   <source>Hai scritto qualcosa e non l’hai mandato.</source>
   <translation>You wrote something and did not send it.</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/window.py" />
   <source>Esci lo stesso</source>
   <translation>Leave anyway</translation>
  </message>
  <message>
   <location filename="../../../ui/widgets/window.py" />
   <source>Chiudi lo stesso</source>
   <translation>Close anyway</translation>
  </message>
 </context>
</TS>
