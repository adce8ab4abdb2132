"""Countries, their seats of government, and the words for their people: a short list, for the rule of capitals.

The capitals are those that newspapers and reports use for a government. A country whose capital is hardly ever used so
is listed without one. Cities that stand for more than a government are left out: The Hague for its courts, Geneva for
talks, Brussels for the European Union as often as for Belgium, Luxembourg and Singapore, which name country and city.
"""

from __future__ import annotations

# country: capital: words for its people and what is theirs (a plural in -s needs no entry of its own)
TABLE = """
Afghanistan: Kabul: Afghan
Albania: Tirana: Albanian
Algeria: Algiers: Algerian
Argentina: Buenos Aires: Argentine Argentinian
Armenia: Yerevan: Armenian
Australia: Canberra: Australian
Austria: Vienna: Austrian
Azerbaijan: Baku: Azerbaijani Azeri
Bahrain: Manama: Bahraini
Bangladesh: Dhaka: Bangladeshi
Belarus: Minsk: Belarusian Belarussian
Belgium: : Belgian
Bolivia: : Bolivian
Bosnia and Herzegovina: Sarajevo: Bosnian
Brazil: Brasília: Brazilian
Britain: London: British Briton Britons
United Kingdom: London: British
Bulgaria: Sofia: Bulgarian
Cambodia: Phnom Penh: Cambodian
Cameroon: : Cameroonian
Canada: Ottawa: Canadian
Chile: Santiago: Chilean
China: Beijing: Chinese
Colombia: Bogotá: Colombian
Congo: Kinshasa: Congolese
Croatia: Zagreb: Croatian Croat
Cuba: Havana: Cuban
Cyprus: Nicosia: Cypriot
Czech Republic: Prague: Czech
Czechia: Prague: Czech
Denmark: Copenhagen: Danish Dane
Ecuador: Quito: Ecuadorian
Egypt: Cairo: Egyptian
England: : English
Eritrea: Asmara: Eritrean
Estonia: Tallinn: Estonian
Ethiopia: Addis Ababa: Ethiopian
Finland: Helsinki: Finnish Finn
France: Paris: French
Georgia: Tbilisi: Georgian
Germany: Berlin: German
Ghana: Accra: Ghanaian
Greece: Athens: Greek
Guatemala: : Guatemalan
Haiti: : Haitian
Hungary: Budapest: Hungarian
Iceland: Reykjavik: Icelandic Icelander
India: New Delhi: Indian
Indonesia: Jakarta: Indonesian
Iran: Tehran: Iranian
Iraq: Baghdad: Iraqi
Ireland: Dublin: Irish
Israel: Jerusalem: Israeli
Italy: Rome: Italian
Ivory Coast: : Ivorian
Jamaica: : Jamaican
Japan: Tokyo: Japanese
Jordan: Amman: Jordanian
Kazakhstan: Astana: Kazakh Kazakhstani
Kenya: Nairobi: Kenyan
Kosovo: Pristina: Kosovar
Kuwait: : Kuwaiti
Kyrgyzstan: Bishkek: Kyrgyz
Laos: Vientiane: Laotian
Latvia: Riga: Latvian
Lebanon: Beirut: Lebanese
Libya: Tripoli: Libyan
Lithuania: Vilnius: Lithuanian
Malaysia: Kuala Lumpur: Malaysian
Mali: Bamako: Malian
Mexico: Mexico City: Mexican
Moldova: Chișinău: Moldovan
Mongolia: Ulaanbaatar: Mongolian Mongol
Montenegro: Podgorica: Montenegrin
Morocco: Rabat: Moroccan
Mozambique: Maputo: Mozambican
Myanmar: Naypyidaw: Burmese
Nepal: Kathmandu: Nepali Nepalese
Netherlands: : Dutch
New Zealand: Wellington:
Niger: Niamey: Nigerien
Nigeria: Abuja: Nigerian
North Korea: Pyongyang:
North Macedonia: Skopje: Macedonian
Norway: Oslo: Norwegian
Oman: Muscat: Omani
Pakistan: Islamabad: Pakistani
Palestine: Ramallah: Palestinian
Panama: : Panamanian
Peru: Lima: Peruvian
Philippines: Manila: Filipino Philippine
Poland: Warsaw: Polish Pole
Portugal: Lisbon: Portuguese
Qatar: Doha: Qatari
Romania: Bucharest: Romanian
Russia: Moscow: Russian
Rwanda: Kigali: Rwandan
Saudi Arabia: Riyadh: Saudi
Scotland: : Scottish Scot
Senegal: Dakar: Senegalese
Serbia: Belgrade: Serbian Serb
Singapore: : Singaporean
Slovakia: Bratislava: Slovak Slovakian
Slovenia: Ljubljana: Slovenian Slovene
Somalia: Mogadishu: Somali
South Africa: Pretoria:
South Korea: Seoul: Korean
South Sudan: Juba:
Soviet Union: : Soviet
Spain: Madrid: Spanish Spaniard
Sri Lanka: Colombo:
Sudan: Khartoum: Sudanese
Sweden: Stockholm: Swedish Swede
Switzerland: Bern: Swiss
Syria: Damascus: Syrian
Taiwan: Taipei: Taiwanese
Tajikistan: Dushanbe: Tajik
Tanzania: : Tanzanian
Thailand: Bangkok: Thai
Tunisia: Tunis: Tunisian
Turkey: Ankara: Turkish Turk
Turkmenistan: Ashgabat: Turkmen
Uganda: Kampala: Ugandan
Ukraine: Kyiv: Ukrainian
United Arab Emirates: Abu Dhabi: Emirati
United States: Washington: American
Uzbekistan: Tashkent: Uzbek
Venezuela: Caracas: Venezuelan
Vietnam: Hanoi: Vietnamese
Wales: : Welsh
Yemen: Sanaa: Yemeni
Zambia: Lusaka: Zambian
Zimbabwe: Harare: Zimbabwean
"""
ROWS = [[cell.strip() for cell in line.split(":")] for line in TABLE.strip().splitlines()]
COUNTRIES = frozenset(country for country, _, _ in ROWS)

# Houses and streets that are said for those who govern in them: not cities, so they act unless something is in them.
SEATS = {
    "White House": "United States",
    "Foggy Bottom": "United States",
    "Kremlin": "Russia",
    "Downing Street": "United Kingdom",
    "Whitehall": "United Kingdom",
    "Élysée": "France",
    "Quai d’Orsay": "France",
}
# Other spellings of a capital.
RESPELT = {
    "Washington, D.C.": "United States",
    "Washington D.C.": "United States",
    "Washington DC": "United States",
    "Peking": "China",
    "Delhi": "India",
    "Kiev": "Ukraine",
    "Teheran": "Iran",
}
CAPITALS = {capital: country for country, capital, _ in ROWS if capital} | RESPELT | SEATS

# Peoples and adjectives that no single country of the list has: a nationality adjective is no name of a group.
PEOPLES = frozenset(
    """
    African Arab Arabian Asian Atlantic Balkan Baltic Bengali Bosniak Buddhist Byzantine Catalan Catholic Caucasian
    Chechen Christian Communist Cossack Crimean Dagestani Eurasian European Flemish Greco Gulf Hazara Hindu Ingush
    Islamic Islamist Jewish Kashmiri Kurd Kurdish Latin Marxist Mediterranean Muslim Nordic Ottoman Pashtun Persian
    Prussian Punjabi Roma Roman Russo Sikh Sino Slav Slavic Sunni Shia Shiite Tamil Tatar Tibetan Tsarist Tutsi Hutu
    Uighur Uyghur Western Yugoslav Yugoslavian
    """.split()
)
DEMONYMS = frozenset(word for _, _, words in ROWS for word in words.split()) | PEOPLES
